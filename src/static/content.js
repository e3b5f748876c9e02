// Reads the directive and the roster that a page gives, and says what is wrong with them. Loaded only where a page gives any.

const TEXTS = {
  vi: {
    title: "Chưa hiển thị được văn bản",
    body: "Trang này cung cấp dữ liệu riêng cho phần tự đánh giá, nhưng dữ liệu đó không dùng được. Văn bản dựng sẵn không được dùng thay. Hãy báo dòng dưới đây cho người quản trị cổng thông tin.",
    unreachable: (name, why) => `Không tải được ${name}: ${why}.`,
    noData: (name, why) => `Dữ liệu ${name} không chuyển được thành JSON: ${why}.`,
    names: { directive: "dữ liệu văn bản (directive)", roster: "danh sách đơn vị (roster)" },
  },
  en: {
    title: "The document cannot be shown",
    body: "This page provides data of its own for the self-assessment, and they cannot be used. The built-in document is not shown in their place. Please send the line below to the administrator of the portal.",
    unreachable: (name, why) => `Could not load ${name}: ${why}.`,
    noData: (name, why) => `${name} cannot be made into JSON: ${why}.`,
    names: { directive: "the directive", roster: "the roster" },
  },
};

const textsOf = (lang) => (/^en/i.test(lang) ? TEXTS.en : TEXTS.vi);

/** The bytes of the directive or of the roster, given as an object or by its address. */
export async function read(name, given, lang) {
  const texts = textsOf(lang);
  const refuse = (code, text, why, path) =>
    Object.assign(new Error(text(texts.names[name], why)), { code: `${name}-${code}`, path });
  if (typeof given === "object") {
    try {
      return new TextEncoder().encode(JSON.stringify(given));
    } catch (error) {
      throw refuse("invalid", texts.noData, error.message, "");
    }
  }
  let response;
  try {
    response = await fetch(new URL(given, document.baseURI));
  } catch (error) {
    throw refuse("unreachable", texts.unreachable, error.message, given);
  }
  if (!response.ok) throw refuse("unreachable", texts.unreachable, `HTTP ${response.status}`, given);
  return new Uint8Array(await response.arrayBuffer());
}

/** What is shown instead of the document. */
export function panel(error, lang) {
  const texts = textsOf(lang);
  const make = (tag, text, className) => Object.assign(document.createElement(tag), { textContent: text, className });
  const root = make("div", "", "failure");
  root.part = "failure";
  root.lang = texts === TEXTS.en ? "en" : "vi";
  root.setAttribute("role", "alert");
  root.append(make("h2", texts.title, ""), make("p", texts.body, ""), make("pre", error.message, ""));
  return root;
}
