// What is wrong with a page that shows hostile texts: whatever is there that is neither the product's own nor a text.
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
/** More marks on one letter than the product draws. */
const PILED = /(?=[\u0300-\u0489\u0610-\u08ff\u0e31-\u0fbc\u17b4-\u17d3\u1ab0-\u1dff\u2de0-\u2dff\ua66f-\uaa31\u{10376}-\u{11cb6}])\p{M}/u.source;
const STACKED = /(?=[\u0f71-\u0f7d\u0f8d-\u0fbc\u{11c92}-\u{11cb6}])\p{M}/u.source;
const PILE = new RegExp(`\\p{M}{7,}|(?:${PILED}){5,}|(?:${STACKED}){4,}`, "u");
const PILES = /[^\p{M}]?\p{M}{3,}/gu;

/** All elements that the product draws. Whatever else there is came out of a text. */
const TAGS = new Set(`a article aside b bdi blockquote button caption code dd del details directive-assessment div dl dt em fieldset footer
  form h1 h2 h3 h4 h5 h6 header input ins kbd label legend li line link main mark nav noscript ol option output p pre progress rect section
  select slot small span strong style summary sup svg table tbody td textarea tfoot th thead tr ul`.split(/\s+/));
const ATTRIBUTES = /^(aria-[a-z]+|autocomplete|checked|class|cols|crossorigin|data-[a-z-]+|disabled|download|enterkeyhint|for|hidden|href|id|inputmode|integrity|lang|multiple|accept|name|colspan|rowspan|webkitdirectory|max|focusable|width|height|x|y|x1|x2|y1|y2|open|part|rel|role|rows|routing|scope|selected|spellcheck|start|tabindex|target|title|translate|type|unit|value|dir|storage-key|readonly|view|task|key)$/;

const products = [...document.querySelectorAll("directive-assessment")];
/** On the self-check's page the body is the product's. */
const hosts = products.length ? products : [document.body];
const trees = (start) => [start, start.shadowRoot].filter(Boolean);
const elements = hosts.flatMap((host) => trees(host).flatMap((tree) => [...tree.querySelectorAll("*")]));
const textNodes = (tree) => {
  const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) if (!/^(style|script)$/.test(walker.currentNode.parentNode.localName)) found.push(walker.currentNode);
  return found;
};
const texts = hosts.flatMap((host) => trees(host).flatMap(textNodes));
const shown = (text) => JSON.stringify(text.slice(0, 60));
const faults = [];
const fault = (what, where) => faults.push(`${what}: ${where}`);

function lookAtElements() {
  if ([window, Object.prototype].some((one) => "pwned" in one)) fault("a text has run", "window.pwned");
  if (!/^(Công văn 1022-CV\/TU – Tự đánh giá|Tự kiểm tra – Công văn 1022-CV\/TU|Cổng thông tin)$/.test(document.title)) fault("the title", document.title);
  if (elements.filter(({ localName }) => localName === "link" || localName === "style").length > hosts.length) fault("a style sheet", "more than the product's");
  for (const element of elements) {
    if (!TAGS.has(element.localName)) fault("an element", element.outerHTML.slice(0, 80));
    for (const { name } of element.attributes) if (!ATTRIBUTES.test(name)) fault("an attribute", `${name} of ${element.localName}`);
  }
  const foreign = "img, iframe, object, embed, svg, math, base, video, audio, template, frame, frameset, applet, portal";
  for (const element of document.querySelectorAll(foreign)) fault("an element", element.outerHTML.slice(0, 80));
}

/** The product links to its own views, and hands out what it has made; a link elsewhere must not be let back. */
function lookAtLinks() {
  for (const link of elements.filter((one) => one.hasAttribute("href") && one.localName !== "link")) {
    const isFile = link.protocol === "blob:" && link.download;
    if (!isFile && !/^(https?|file):$/.test(link.protocol)) fault("a link", link.href);
    if (/^https?:$/.test(link.protocol) && link.origin !== location.origin && !link.relList.contains("noopener")) fault("a link without noopener", link.href);
  }
}

function lookAtLayout() {
  const { scrollWidth, clientWidth } = document.scrollingElement;
  if (scrollWidth > clientWidth) {
    const wide = elements.filter((one) => one.getBoundingClientRect().right > clientWidth + 1).slice(-2);
    fault("wider than the window", `${scrollWidth} of ${clientWidth}: ${wide.map((one) => `${one.localName}.${one.className} ${shown(one.textContent)}`).join(", ")}`);
  }
}

function lookAtTexts() {
  for (const node of texts) {
    if (TURNS.test(node.data)) fault("a control that turns the text", shown(node.data));
    if (PILE.test(node.data)) fault("a pile of marks", shown(node.data));
  }
  for (const element of elements) {
    for (const name of ["aria-label", "title"]) {
      const text = element.getAttribute(name) ?? "";
      if (TURNS.test(text) || PILE.test(text)) fault(`a hidden character in ${name}`, shown(text));
    }
  }
}

/** What follows a name that is written from right to left stands to the right of it. */
function lookAtOrder(names) {
  const block = (node) => {
    let one = node.parentElement;
    while (one && getComputedStyle(one).display.startsWith("inline")) one = one.parentElement;
    return one;
  };
  const rects = (node, from, to) => {
    const range = document.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    // WebKit has empty ones where the direction changes.
    return [...range.getClientRects()].filter((rect) => rect.width > 0);
  };
  texts.forEach((node, index) => {
    for (const name of names) {
      const at = node.data.lastIndexOf(name);
      if (at < 0) continue;
      const end = at + name.length;
      let [after, from] = [node, end];
      const rest = node.data.slice(end).search(/\S/);
      if (rest >= 0) from = end + rest;
      else {
        after = texts.slice(index + 1, index + 6).find((one) => /\S/.test(one.data));
        if (!after || block(after) !== block(node)) continue;
        from = after.data.search(/\S/);
      }
      // Where texts stand together in one field, they are one text of one person.
      if (after.data[from] === "¦" || /[\u0590-\u08ff\n]/.test(after.data[from]) || node.data.slice(end, from).includes("\n")) continue;
      const [own] = rects(node, at + name.search(/[\u0590-\u08ff]/), end).slice(-1);
      const [next] = rects(after, from, from + 1);
      if (!own || !next || next.top >= own.bottom || own.top >= next.bottom) continue;
      if (next.left < own.right - 1) fault("the order of what follows a name", `${shown(node.data.slice(at))} ${shown(after.data.slice(from))}`);
    }
  });
}

/** The marks that are drawn stay within a line of the text's own. */
function lookAtInk() {
  const pen = document.createElement("canvas").getContext("2d");
  const seen = new Set();
  for (const node of texts) {
    if (!/\p{M}{3}/u.test(node.data)) continue;
    const style = getComputedStyle(node.parentElement);
    for (const [pile] of node.data.matchAll(PILES)) {
      const font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
      if (seen.has(font + pile)) continue;
      seen.add(font + pile);
      pen.font = font;
      const { actualBoundingBoxAscent, actualBoundingBoxDescent, fontBoundingBoxAscent, fontBoundingBoxDescent } = pen.measureText(pile);
      const beyond = Math.max(actualBoundingBoxAscent - fontBoundingBoxAscent, actualBoundingBoxDescent - fontBoundingBoxDescent);
      if (beyond > parseFloat(style.lineHeight)) fault("marks beyond the line", `${beyond} px of ${shown(pile)} ${[...pile].map((one) => one.codePointAt(0).toString(16))}`);
    }
  }
}

/** A text as the page has to show it: hidden characters by their names. Marks are compared by their absence. */
const named = (text) =>
  text.replace(new RegExp(TURNS, "gu"), (one) => `[U+${one.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);
const bare = (text) =>
  text
    .replace(/\[(?:\+\d+|U\+200D)\]|\u200d/g, "")
    .replace(/[\p{M}\p{Emoji_Modifier}\u{e0020}-\u{e007f}]/gu, "")
    .replace(/\r\n?/g, "\n");

/** Which of the texts are not there as texts. */
function missing(wanted) {
  const all = bare(texts.map((node) => node.data).join(""));
  return wanted.filter((text) => !all.includes(bare(named(text)))).map((text) => `not there as a text: ${shown(text)}`);
}

/** Of the fields, by id: those that hold their texts, and what is wrong with the others. */
function differing(wanted) {
  const root = hosts[0].shadowRoot;
  const [held, found] = [[], []];
  for (const [id, text] of wanted) {
    const field = root.getElementById(id);
    if (!field) continue;
    const twin = document.createElement(field.localName);
    twin.value = text;
    if (field.value !== twin.value) found.push(`${id} holds ${shown(field.value)}, not ${shown(text)}`);
    else held.push(id);
  }
  return [held, found];
}

/** The same of the rows that open to fields: of the first two of a page, each opened in its turn. */
async function differingInRows(wanted) {
  const root = hosts[0].shadowRoot;
  const rows = () => [...root.querySelectorAll(".register-row, .register-entry")];
  const texts = new Map(wanted);
  // Only those of the row: there are thousands of others.
  const look = (row) => differing([...row.querySelectorAll("input, textarea")].map(({ id }) => [id, texts.get(id)]).filter(([, text]) => text !== undefined));
  const [held, found] = [[], []];
  for (let at = 0; at < Math.min(2, rows().length); at++) {
    rows()[at].querySelector(".btn").click();
    // The fields are drawn first, and hold their texts a turn later.
    const turn = () => new Promise((next) => setTimeout(next));
    while (!rows()[at].matches(".register-entry")) await turn();
    let [here, wrong] = look(rows()[at]);
    for (const end = performance.now() + 10_000; wrong.length && performance.now() < end; ) {
      await turn();
      [here, wrong] = look(rows()[at]);
    }
    held.push(...here);
    found.push(...wrong);
  }
  return [held, found];
}

function look() {
  for (const part of [lookAtElements, lookAtLinks, lookAtLayout, lookAtTexts, lookAtInk]) part();
  // Such as stand in no other text of the payloads, and what the name of the tests' own unit ends with.
  lookAtOrder(["\u05d0\u05d1\u05d2\u05d3\u05d4\u05d5", "\u0627\u0644\u0644\u062c\u0646\u0629", "{{build}} \u05e9\u05dc\u05d5\u05dd"]);
  return faults;
}
