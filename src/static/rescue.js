// What is shown where the program cannot run or has stopped: the reason, a way to load it again, and the drafts as they are in
// the stores. Plain script, so that it works when nothing else does.

const TEXTS = {
  vi: {
    title: "Trang đã dừng vì một lỗi",
    body: "Bài làm đã lưu vẫn nằm trên máy này. Hãy tải lại trang để làm tiếp. Nếu lỗi lặp lại, hãy xuất bản nháp và gửi kèm dòng chữ dưới đây cho người hỗ trợ.",
    reload: "Tải lại",
    rescue: "Xuất bản nháp",
    none: "Không tìm thấy bản nháp nào trên máy này.",
    some: (count) => `Đã xuất ${count} bản nháp vào thư mục tải xuống.`,
  },
  en: {
    title: "The page has stopped because of an error",
    body: "What was saved is still on this computer. Reload the page to go on. If the error comes again, export the drafts and send them with the line below to whoever supports you.",
    reload: "Reload",
    rescue: "Export the drafts",
    none: "No draft was found on this computer.",
    some: (count) => `Exported ${count} drafts to the downloads folder.`,
  },
};

/** The panel, with the error as text. */
export function panel(error, lang) {
  const texts = TEXTS[lang] ?? TEXTS.vi;
  const make = (tag, text, className) => Object.assign(document.createElement(tag), { textContent: text, className });
  const root = make("div", "", "failure");
  const said = make("p", "");
  said.setAttribute("role", "status");
  const reload = make("button", texts.reload, "btn main");
  reload.onclick = () => location.reload();
  const rescue = make("button", texts.rescue, "btn");
  rescue.onclick = async () => {
    const count = await downloadDrafts();
    said.textContent = count ? texts.some(count) : texts.none;
  };
  root.setAttribute("role", "alert");
  root.append(make("h1", texts.title), make("p", texts.body), reload, " ", rescue, said, make("pre", error));
  return root;
}

/** Hands out every stored record, the newest of each draft; the number of files. */
async function downloadDrafts() {
  const found = new Map();
  const keep = (id, text) => found.set(id + " " + text.length, [id, text]);
  try {
    for (const [key, text] of Object.entries(localStorage)) {
      const id = /^directive-assessment\/.*\/draft\/(.*)$/.exec(key)?.[1];
      if (id) keep(id, text);
    }
  } catch {
    // Storage is refused here: the journal may still answer.
  }
  for (const { id, text } of await journal()) keep(id, text);
  for (const [id, text] of found.values()) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.download = `ban-nhap-${id}.json`;
    link.click();
  }
  return found.size;
}

async function journal() {
  const answer = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const records = [];
  try {
    for (const { name } of await indexedDB.databases()) {
      if (!name.startsWith("directive-assessment/")) continue;
      const database = await answer(indexedDB.open(name));
      records.push(...(await answer(database.transaction("drafts").objectStore("drafts").getAll())));
      database.close();
    }
  } catch {
    // A journal that cannot be read leaves what the mirror had.
  }
  return records;
}
