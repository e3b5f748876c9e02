// The page of a portal: remembers what the element tells it in `told`, and answers with `answer`, if a test sets it.
window.told = [];
for (const name of ["ready", "change", "save", "import", "export", "conflict", "error"]) {
  document.addEventListener(`directive-assessment-${name}`, (event) => {
    const { code, message, path, file, ...rest } = event.detail;
    const { composed, bubbles, cancelable } = event;
    told.push({ name, composed, bubbles, cancelable, file: file?.name, code, message, path, of: event.target.id, ...rest });
    window.answer?.(name, event);
  });
}
