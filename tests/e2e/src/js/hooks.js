// Served by the test server alone, as the first script of a page: it hears what goes wrong before the product's
// own scripts run. Each entry is kept in the page and sent to the server, so that a reload or a crash loses none.
(() => {
  const page = `${performance.timeOrigin}-${Math.random()}`;
  const log = [];
  Object.defineProperty(window, "__log", { value: log });
  // For scripts that a test loads into the page; the product has a policy of its own.
  const policy = window.trustedTypes?.createPolicy("e2e", { createScriptURL: (address) => address });
  Object.defineProperty(window, "__scriptAddress", { value: (address) => policy?.createScriptURL(address) ?? address });

  const put = (kind, message) => {
    const entry = { page, n: log.length, kind, text: String(message) };
    log.push(entry);
    navigator.sendBeacon("/__log", JSON.stringify(entry));
  };
  // Chromium alone repeats the message in the stack.
  const told = (value) => (value instanceof Error ? `${value}\n${value.stack}` : String(value));

  addEventListener("error", (event) => {
    const { message, target } = event;
    put("error", message || `could not load ${target.src || target.href || target.localName}`);
  }, true);
  addEventListener("unhandledrejection", (event) => put("rejection", told(event.reason)));
  document.addEventListener("securitypolicyviolation", (event) => {
    put("csp", `${event.effectiveDirective} ${event.blockedURI} (${event.sourceFile || "page"}:${event.lineNumber})`);
  });
  // Nothing here asks by a dialog: one that opens was opened by a text.
  for (const dialog of ["alert", "confirm", "prompt"]) window[dialog] = (text) => put(`dialog ${dialog}`, text);
  for (const level of ["error", "warn"]) {
    const original = console[level];
    console[level] = (...values) => {
      put(`console.${level}`, values.map(told).join(" "));
      original.apply(console, values);
    };
  }
})();
