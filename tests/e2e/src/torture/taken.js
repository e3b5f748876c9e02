// Tells the test's server how many files the board says it has taken in, each time that it says another number.
(() => {
  const root = document.querySelector("directive-assessment").shadowRoot;
  let told = 0;
  const look = () => {
    const said = [".saved [role=status]", ".progress p"].map((place) => {
      const words = root.querySelector(place)?.textContent ?? "";
      return Number(/^Đã (?:lưu|đọc) (\d+)/.exec(words)?.[1] ?? 0);
    });
    const most = Math.max(...said);
    if (most <= told) return;
    told = most;
    navigator.sendBeacon("/__tell", String(most));
  };
  new MutationObserver(look).observe(root, { subtree: true, childList: true, characterData: true });
})();
