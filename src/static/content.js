// Reads the directive and the roster that a page gives, and says what is wrong with them. Loaded only where a page gives any.

const TEXTS = {
  vi: {
    title: "Chưa hiển thị được văn bản",
    body: "Trang này cung cấp dữ liệu riêng cho phần tự đánh giá, nhưng dữ liệu đó không dùng được. Văn bản dựng sẵn không được dùng thay. Hãy báo dòng dưới đây cho người quản trị cổng thông tin.",
    unreachable: (name, why) => `Không tải được ${name}: ${why}.`,
    changed: (name) => `Tệp ${name} không đúng với mã kiểm tra (integrity) mà trang này ghi.`,
    badDigest: (name, why) => `Mã kiểm tra (integrity) của ${name} viết sai: ${why}. Phải là sha256-…, sha384-… hoặc sha512-….`,
    noData: (name, why) => `Dữ liệu ${name} không chuyển được thành JSON: ${why}.`,
    names: { directive: "dữ liệu văn bản (directive)", roster: "danh sách đơn vị (roster)" },
  },
  en: {
    title: "The document cannot be shown",
    body: "This page provides data of its own for the self-assessment, and they cannot be used. The built-in document is not shown in their place. Please send the line below to the administrator of the portal.",
    unreachable: (name, why) => `Could not load ${name}: ${why}.`,
    changed: (name) => `The file of ${name} does not have the digest (integrity) that this page names.`,
    badDigest: (name, why) => `The digest (integrity) of ${name} is not written as one: ${why}. It has to be sha256-…, sha384-… or sha512-….`,
    noData: (name, why) => `${name} cannot be made into JSON: ${why}.`,
    names: { directive: "the directive", roster: "the roster" },
  },
};

const textsOf = (lang) => (/^en/i.test(lang) ? TEXTS.en : TEXTS.vi);

/** What browsers take as digests; of anything else they make no check at all. */
const DIGESTS = /^\s*sha(256|384|512)-[\w+/-]+=*(\s+sha(256|384|512)-[\w+/-]+=*)*\s*$/;

/** The bytes of the directive or of the roster, which the element was given as an object or by its address. */
export async function read(name, element) {
  const given = element[name];
  const integrity = element.getAttribute(`${name}-integrity`) ?? "";
  const texts = textsOf(element.lang);
  const refuse = (code, text, why, path) =>
    Object.assign(new Error(text(texts.names[name], why)), { code: `${name}-${code}`, path });
  if (typeof given === "object") {
    try {
      return new TextEncoder().encode(JSON.stringify(given));
    } catch (error) {
      throw refuse("invalid", texts.noData, error.message, "");
    }
  }
  if (integrity && !DIGESTS.test(integrity)) throw refuse("changed", texts.badDigest, integrity, given);
  const address = new URL(given, document.baseURI);
  let response;
  try {
    response = await fetch(address, { integrity });
  } catch (error) {
    // A browser does not tell a wrong digest from a network that is gone.
    const isThere = integrity && (await fetch(address).then(({ ok }) => ok, () => false));
    throw isThere ? refuse("changed", texts.changed, "", given) : refuse("unreachable", texts.unreachable, error.message, given);
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
