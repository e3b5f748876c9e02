// What `parts` of embed.js is in the single file: everything stands in the page itself, since a page that was opened from a
// disk or a USB stick may not load other files. The build puts this in the place of the original, and the other scripts above it.

const inPage = (id) => document.getElementById(id).textContent;
const parts = {
  async program() {
    const bytes = Uint8Array.from(atob(inPage("program")), (letter) => letter.charCodeAt(0));
    await __wbg_init({ module_or_path: bytes });
    return { Component, isStopped };
  },
  style: () => Object.assign(document.createElement("style"), { textContent: inPage("style") }),
  rescue: async () => {},
  content: () => Promise.reject(new Error("content.js")),
  carry,
  /** A copy that holds a draft offers it as an import does: shown first, and nothing is changed. */
  loaded(component) {
    const data = document.getElementById("directive-assessment-data");
    if (data.textContent.trim()) component.offer(ownName(), data.outerHTML);
  },
};
/** The name of this file; as it stands in the address, where that is no text. */
function ownName() {
  const name = location.pathname.split("/").pop();
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
