// In the frame of a portal (`?embed=1`): tells the portal how high the page is, goes where the portal says, and says where the
// person is if it asks. Nothing that a person wrote ever leaves by a message. `frame-host.js` is the other side.

const NS = "directive-assessment";
const VIEWS = ["directive", "assessment"];
/** Attributes that the frame's address may set. */
const ATTRIBUTES = ["lang", "readonly", "task", "theme", "unit", "view"];
const TEXTS = {
  vi: {
    apart: "Trang này đang hiện trong khung của một trang khác. Bản nháp làm ở đây được trình duyệt cất riêng cho khung này: mở ở cửa sổ khác sẽ không thấy, và trình duyệt có thể xóa sớm hơn. Nên làm trong cửa sổ riêng, hoặc xuất tệp trước khi rời đi.",
    refused: "Trang này đang hiện trong khung của một trang khác, và trình duyệt không cho khung này lưu dữ liệu. Chữ đã gõ sẽ mất khi đóng trang. Hãy làm trong cửa sổ riêng.",
    open: "Mở trong cửa sổ riêng",
    stranger: "Địa chỉ của khung này ghi sai tên cổng thông tin (origin), nên khung không nhận lệnh của trang nào và giữ nguyên chiều cao. Hãy báo người quản trị cổng.",
  },
  en: {
    apart: "This page is shown in a frame of another page. The browser keeps drafts made here apart, for this frame alone: another window does not show them, and they may be deleted sooner. Better work in a window of its own, or export the file before you leave.",
    refused: "This page is shown in a frame of another page, and the browser does not let it store anything. What you type is lost when the page is closed. Work in a window of its own.",
    open: "Open in a window of its own",
    stranger: "The address of this frame names the portal wrongly (origin), so the frame hears no page and keeps its height. Please tell the portal's administrator.",
  },
};

const asked = new URLSearchParams(location.search);
const element = document.querySelector(NS);

/** The origin of the portal: the one that the address names, else the first that greets; then no other. */
let origin = named(asked.get("origin"));
/** It names one and names none that there can be: then there is nobody to talk to. */
const isMisnamed = asked.has("origin") && !origin;
let wantsState = false;
let isReady = false;
let place = { view: "directive", task: "" };
let saved = true;
let height = 0;
let state = "";

function named(address) {
  if (address === "self") return location.origin;
  try {
    const { origin, protocol } = new URL(address);
    return /^https?:$/.test(protocol) ? origin : null;
  } catch {
    return null;
  }
}

const send = (type, rest, target = origin) => target && parent.postMessage({ ns: NS, v: 1, type, ...rest }, target);

function measure() {
  // What stands out below, as an open list does, is seen too.
  const now = Math.max(Math.ceil(document.body.getBoundingClientRect().height), document.body.scrollHeight);
  if (origin && now !== height) {
    height = now;
    send("height", { height });
  }
}

function tellState() {
  const now = JSON.stringify({ ...place, saved });
  if (wantsState && isReady && now !== state) {
    state = now;
    send("state", { ...place, saved });
  }
}

function greeted(data) {
  document.documentElement.classList.add("framed");
  wantsState ||= data.state === true;
  height = 0;
  state = "";
  if (isReady) send("ready");
  measure();
  tellState();
}

addEventListener("message", ({ data, source, origin: from }) => {
  if (isMisnamed || source !== parent || (origin && from !== origin) || from === "null") return;
  if (typeof data !== "object" || data === null || data.ns !== NS || data.v !== 1) return;
  if (data.type === "hello") {
    origin = from;
    greeted(data);
  } else if (data.type === "navigate" && origin) {
    const { view, task } = data;
    if (VIEWS.includes(view)) element.view = view;
    if (typeof task === "string" && /^[\w.-]{0,64}$/.test(task)) element.task = task;
  }
});

for (const name of ATTRIBUTES) if (asked.has(name)) element.setAttribute(name, asked.get(name));

const on = (name, act) => element.addEventListener(`${NS}-${name}`, act);
on("ready", () => {
  isReady = true;
  send("ready");
  tellState();
});
on("change", ({ detail }) => {
  place = { view: detail.view, task: detail.task };
  if (detail.edited) saved = false;
  tellState();
});
on("save", () => {
  saved = true;
  tellState();
});
on("error", ({ detail }) => {
  if (detail.code === "not-saved") saved = false;
  tellState();
});

// Not at once: what the portal does about a height may come back in the same frame, of which browsers complain.
const measureSoon = () => requestAnimationFrame(measure);
new ResizeObserver(measureSoon).observe(document.body);
new MutationObserver(measureSoon).observe(element.shadowRoot, { childList: true, subtree: true });
// To whom it belongs is not known yet, and it says nothing: whoever it is may greet.
if (!isMisnamed) send("hello", {}, origin ?? "*");
warn();

/** Says what it means to be in a frame of another site, where stores are apart or refused. */
function warn() {
  let isApart = true;
  try {
    isApart = parent.location.origin !== location.origin;
  } catch {
    // Another origin's address is not told.
  }
  let isRefused = false;
  try {
    localStorage.getItem("");
  } catch {
    isRefused = true;
  }
  const lang = /^en/i.test(element.lang) ? "en" : "vi";
  const note = (...parts) => {
    const shown = Object.assign(document.createElement("p"), { className: "frame-note", lang });
    shown.append(...parts);
    element.before(shown);
  };
  if (isMisnamed) note(TEXTS[lang].stranger);
  if (!isApart && !isRefused) return;
  const link = document.createElement("a");
  const address = new URL(location.href);
  address.search = "";
  Object.assign(link, { href: address.href, target: "_blank", rel: "noopener", textContent: TEXTS[lang].open });
  note(TEXTS[lang][isRefused ? "refused" : "apart"], " ", link);
}
