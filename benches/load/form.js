// What a page written by hand would do: keep the form in local storage as it is filled, and hand it out as a file.
const KEY = "tu-danh-gia";
const form = document.querySelector("form");
const state = document.querySelector("output");

function values() {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ""));
}

function restore() {
  const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}");
  for (const [name, value] of Object.entries(kept)) if (form.elements[name]) form.elements[name].value = value;
}

let timer;
form.addEventListener("input", () => {
  clearTimeout(timer);
  state.textContent = "Đang lưu…";
  timer = setTimeout(() => {
    localStorage.setItem(KEY, JSON.stringify(values()));
    state.textContent = "Đã lưu";
  }, 300);
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(values(), null, 2)], { type: "application/json" }));
  link.download = "tu-danh-gia.json";
  link.click();
  URL.revokeObjectURL(link.href);
});

restore();
document.documentElement.dataset.ready = "";
