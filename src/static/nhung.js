// The page for webmasters: the tag, the security policy and the server's configuration, made of a few choices.
// docs/embedding.md says the same in prose.
(() => {
  "use strict";
  const TEXTS = {
    vi: {
      other: "English",
      back: "← Về trang tự đánh giá",
      title: "Đưa vào cổng thông tin",
      intro: "Dành cho người quản trị cổng: chọn cách đưa vào, rồi chép từng phần dưới đây. Mọi thứ được tạo ngay trong trình duyệt này, không có gì được gửi đi.",
      surface: "Cách đưa vào",
      element: "Phần tử.",
      elementHint: "Một thẻ trong trang của cổng; cao theo nội dung, hợp với giao diện của cổng. Nên dùng.",
      frame: "Khung.",
      frameHint: "Một iframe; cổng không phải chạy mã của phần tự đánh giá trong trang của mình.",
      page: "Trang.",
      pageHint: "Một trang riêng; cổng chỉ đặt liên kết đến đó.",
      product: "Địa chỉ thư mục của phần tự đánh giá",
      portal: "Địa chỉ trang của cổng sẽ đặt phần tự đánh giá",
      server: "Máy chủ web",
      digest: "Kèm mã kiểm tra (SRI): trình duyệt từ chối mọi tệp khác với bản phát hành này. Khi cập nhật phải thay thẻ, nên hãy đặt mỗi phiên bản vào một thư mục riêng.",
      problem: "Hãy ghi địa chỉ đầy đủ, bắt đầu bằng https://",
      copyFiles: "Chép các tệp",
      copyFilesText: (product) => `Chép toàn bộ thư mục dist/ vào ${product}. Kiểm tra bằng lệnh sau, chạy trong thư mục đó:`,
      productServer: "Cấu hình nơi đặt các tệp",
      portalPolicy: "Chính sách bảo mật của trang cổng",
      portalPolicyText: "Thêm các nguồn này vào tiêu đề Content-Security-Policy mà trang của cổng đang gửi. Nếu trang chưa có tiêu đề này thì không cần làm gì.",
      portalTypes: "Nếu trang của cổng dùng Trusted Types thì thêm cả dòng cuối.",
      tag: "Thẻ đặt trong trang của cổng",
      link: "Liên kết đặt trong cổng",
      copy: "Chép",
      copied: (what) => `Đã chép: ${what}.`,
      notCopied: "Trình duyệt không cho chép: hãy chọn đoạn văn bản rồi chép bằng tay.",
      frameTitle: "Tự đánh giá theo Công văn 1022-CV/TU",
    },
    en: {
      other: "Tiếng Việt",
      back: "← Back to the self-assessment",
      title: "Put it into a portal",
      intro: "For webmasters: choose how, then copy each part below. All of it is made in this browser; nothing is sent.",
      surface: "How it is put in",
      element: "Element.",
      elementHint: "One tag in a page of the portal; as high as its content, in the portal's own look. Recommended.",
      frame: "Frame.",
      frameHint: "An iframe; the portal runs none of the product's code in its own page.",
      page: "Page.",
      pageHint: "A page of its own, to which the portal links.",
      product: "Address of the product's folder",
      portal: "Address of the portal's page that will hold it",
      server: "Web server",
      digest: "With a digest (SRI): the browser refuses every file that is not of this release. An update then changes the tag, so put each version into a folder of its own.",
      problem: "Please write the whole address, beginning with https://",
      copyFiles: "Copy the files",
      copyFilesText: (product) => `Copy the whole folder dist/ to ${product}. Check it with this command, in that folder:`,
      productServer: "Configure where the files are",
      portalPolicy: "Security policy of the portal's page",
      portalPolicyText: "Add these sources to the header Content-Security-Policy that the portal's page sends. If it sends none, there is nothing to do.",
      portalTypes: "If the portal's page uses Trusted Types, add the last line too.",
      tag: "Tag for the portal's page",
      link: "Link for the portal",
      copy: "Copy",
      copied: (what) => `Copied: ${what}.`,
      notCopied: "The browser does not allow copying: select the text and copy it by hand.",
      frameTitle: "Self-assessment against directive 1022-CV/TU",
    },
  };

  const find = (id) => document.getElementById(id);
  const form = find("choices");
  let lang = new URLSearchParams(location.search).get("lang") === "en" ? "en" : "vi";
  /** The files of this release, by name; empty where the list cannot be had. */
  let files = {};

  const text = () => TEXTS[lang];

  /** Hexadecimal digits of a digest as the attribute `integrity` wants them. */
  const integrity = (name) => {
    const digits = files[name]?.sha256;
    return digits ? `sha256-${btoa(String.fromCharCode(...digits.match(/../g).map((two) => parseInt(two, 16))))}` : "";
  };

  /** What the choices come to. */
  function chosen() {
    const data = new FormData(form);
    const product = folder(data.get("product"));
    const portal = data.get("surface") === "page" ? product : address(data.get("portal"));
    return product && portal && {
      surface: data.get("surface"),
      server: data.get("server"),
      digest: data.get("digest") !== null,
      // In a policy these two would end a source.
      product: product.href.replace(/[;,]/g, encodeURIComponent),
      isElsewhere: portal.origin !== product.origin,
      portal: portal.origin !== product.origin ? portal.origin : "'self'",
      // By which the frame knows whom to hear.
      framing: portal.origin,
      // Where the server finds the folder.
      path: product.pathname,
    };
  }

  function address(value) {
    try {
      const url = new URL(String(value).trim());
      return /^https?:$/.test(url.protocol) ? url : null;
    } catch {
      return null;
    }
  }

  function folder(value) {
    const url = address(value);
    return url && new URL(/\/$/.test(url.pathname) ? "./" : `${url.pathname}/`, url);
  }

  /** The policy that the product's own page is sent with. */
  function ownPolicy({ surface, product, portal }) {
    const framed = { page: "'none'", element: "'none'", frame: portal }[surface];
    return [
      "default-src 'self'",
      `script-src ${product} 'wasm-unsafe-eval'`,
      "style-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      `frame-ancestors ${framed}`,
      "require-trusted-types-for 'script'",
      "trusted-types directive-assessment",
    ].join("; ");
  }

  /** What the portal's policy has to allow; nothing where it only links. */
  const PORTAL = {
    page: () => "",
    frame: ({ product }) =>
      [`frame-src ${product}`, hasFrameHost() && `script-src ${product}`].filter(Boolean).map((line) => `${line};`).join("\n"),
    element: ({ product }) =>
      `script-src ${product} 'wasm-unsafe-eval';\nstyle-src ${product};\nconnect-src ${product};\ntrusted-types directive-assessment;`,
  };

  /** Gives the frame the height of its content. */
  const hasFrameHost = () => "frame-host.js" in files;

  function headers(choice) {
    const all = [["Content-Security-Policy", ownPolicy(choice)], ["X-Content-Type-Options", "nosniff"], ["Cache-Control", "no-cache"]];
    // The element's files are loaded by a page of another origin, which may read them only then.
    if (choice.isElsewhere) all.push(["Access-Control-Allow-Origin", choice.surface === "element" || hasFrameHost() ? "*" : ""]);
    return all.filter(([, value]) => value);
  }

  const escaped = (value) => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

  const SERVERS = {
    nginx: (choice) =>
      [
        `location ${choice.path} {`,
        "  types {",
        "    text/html html; text/css css; text/javascript js; application/wasm wasm; application/json json;",
        "    application/manifest+json webmanifest; image/svg+xml svg; image/png png;",
        "  }",
        "  gzip on;",
        "  gzip_types text/css text/javascript application/wasm application/json image/svg+xml;",
        ...headers(choice).map(([name, value]) => `  add_header ${name} "${value}" always;`),
        "}",
      ].join("\n"),
    apache: (choice) =>
      [
        `<Location "${choice.path}">`,
        "  AddType application/wasm .wasm",
        "  AddType text/javascript .js",
        "  AddType application/manifest+json .webmanifest",
        "  AddOutputFilterByType DEFLATE text/html text/css text/javascript application/wasm application/json image/svg+xml",
        ...headers(choice).map(([name, value]) => `  Header always set ${name} "${value}"`),
        "</Location>",
      ].join("\n"),
    iis: (choice) =>
      [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<configuration>",
        "  <system.webServer>",
        "    <staticContent>",
        ...[[".wasm", "application/wasm"], [".js", "text/javascript"], [".json", "application/json"], [".webmanifest", "application/manifest+json"]].flatMap(
          ([extension, type]) => [`      <remove fileExtension="${extension}" />`, `      <mimeMap fileExtension="${extension}" mimeType="${type}" />`],
        ),
        "    </staticContent>",
        "    <httpProtocol>",
        "      <customHeaders>",
        ...headers(choice).flatMap(([name, value]) => [`        <remove name="${name}" />`, `        <add name="${name}" value="${escaped(value)}" />`]),
        "      </customHeaders>",
        "    </httpProtocol>",
        '    <urlCompression doStaticCompression="true" />',
        "  </system.webServer>",
        "</configuration>",
      ].join("\n"),
    caddy: (choice) =>
      [
        `handle_path ${choice.path}* {`,
        "  root * /srv/directive-assessment",
        "  encode zstd gzip",
        "  header {",
        ...headers(choice).map(([name, value]) => `    ${name} "${value}"`),
        "  }",
        "  file_server",
        "}",
      ].join("\n"),
  };

  function script(choice, name, module) {
    const digest = choice.digest && integrity(name) ? ` integrity="${integrity(name)}"` : "";
    const cross = digest || choice.isElsewhere ? ' crossorigin="anonymous"' : "";
    return `<script ${module ? 'type="module"' : "defer"} src="${escaped(choice.product)}${name}"${digest}${cross}></${"script"}>`;
  }

  const TAGS = {
    page: (choice) => `<a href="${escaped(choice.product)}">${text().frameTitle}</a>`,
    element: (choice) => `${script(choice, "embed.js", true)}\n<directive-assessment lang="${lang}"></directive-assessment>`,
    frame: (choice) => {
      const frame = `<iframe data-directive-assessment src="${escaped(choice.product)}?embed=1&amp;origin=${escaped(choice.framing)}" title="${text().frameTitle}" width="100%" height="900"></iframe>`;
      return hasFrameHost() ? `${frame}\n${script(choice, "frame-host.js", false)}` : frame;
    },
  };

  /** Each step: its title, what to do, and what to copy. */
  function steps(choice) {
    const texts = text();
    const portal = PORTAL[choice.surface](choice);
    return [
      [texts.copyFiles, texts.copyFilesText(choice.product), "sha256sum --check --quiet SHA256SUMS"],
      [texts.productServer, { nginx: "nginx.conf", apache: "httpd.conf", iis: "web.config", caddy: "Caddyfile" }[choice.server], SERVERS[choice.server](choice)],
      portal && [texts.portalPolicy, `${texts.portalPolicyText} ${choice.surface === "element" ? texts.portalTypes : ""}`, portal],
      [choice.surface === "page" ? texts.link : texts.tag, "", TAGS[choice.surface](choice)],
    ].filter(Boolean);
  }

  const make = (tag, content, properties) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...[content].flat());
    return element;
  };

  function shown([title, explained, copied], number) {
    const code = make("pre", copied, { id: `step-${number + 1}`, tabIndex: 0 });
    code.setAttribute("role", "region");
    code.setAttribute("aria-label", title);
    const button = make("button", text().copy, { type: "button", className: "btn" });
    button.setAttribute("aria-label", `${text().copy}: ${title}`);
    button.onclick = async () => {
      try {
        await navigator.clipboard.writeText(copied);
        find("said").textContent = text().copied(title);
      } catch {
        getSelection().selectAllChildren(code);
        find("said").textContent = text().notCopied;
      }
    };
    return make("li", [make("h2", title), explained ? make("p", explained) : "", code, button]);
  }

  function draw() {
    const choice = chosen();
    const surface = new FormData(form).get("surface");
    find("portal-entry").hidden = surface === "page";
    find("digest-entry").hidden = surface === "page";
    find("problem").textContent = choice ? "" : text().problem;
    find("said").textContent = "";
    find("steps").replaceChildren(...(choice ? steps(choice).map(shown) : []));
  }

  function speak() {
    document.documentElement.lang = lang;
    document.title = `${text().title} – 1022-CV/TU`;
    for (const element of document.querySelectorAll("[data-text]")) element.textContent = text()[element.dataset.text];
    find("other").textContent = text().other;
    find("other").lang = lang === "vi" ? "en" : "vi";
    draw();
  }

  form.elements.product.value = new URL("./", location.href).href;
  form.elements.portal.value = new URL("/", location.href).href;
  form.addEventListener("input", draw);
  form.addEventListener("submit", (event) => event.preventDefault());
  find("other").onclick = () => {
    lang = lang === "vi" ? "en" : "vi";
    speak();
  };
  speak();
  fetch("files.json")
    .then((answer) => answer.json())
    .then((list) => {
      files = list.files;
      draw();
      document.documentElement.dataset.ready = "";
    })
    .catch(() => {
      // Without the list there is a tag all the same, without a digest.
    });
})();
