// What belongs to the page and not to the element: it notices when the element's own script never came, and keeps the product on
// this machine for use without a network (sw.js). Written for any browser, since it is what tells that one is too old.
(function () {
  "use strict";
  var TAG = "directive-assessment";
  /** Milliseconds after which whoever waits is told why, or at least that it is slow. */
  var PATIENCE = 15000;
  var own = document.currentScript ? document.currentScript.src : location.href;
  var base = own.replace(/[^/]*$/, "");
  // The one policy for pages that want Trusted Types; embed.js may have made it. An element of the page may have its name.
  var trusted = window.directiveAssessmentPolicy;
  if (!(trusted && trusted.createScriptURL && trusted.createScriptURL.call)) {
    trusted = {
      createScriptURL: function (name) {
        if (/^({{scripts}})\.js(\?{{build}})?$/.test(name)) return base + name;
        throw new TypeError(name);
      }
    };
    var types = window.trustedTypes;
    if (types && types.createPolicy && types.createPolicy.call) trusted = types.createPolicy(TAG, trusted);
    window.directiveAssessmentPolicy = trusted;
  }
  var isTold = false;

  /** This script waits for nothing, not even for the page to be read. */
  function element() {
    return document.querySelector(TAG);
  }

  function isDefined() {
    return Boolean(window.customElements && customElements.get(TAG));
  }

  function isReady() {
    var root = element() && element().shadowRoot;
    return Boolean(root && root.querySelector("[data-ready], .failure"));
  }

  /** Shows the failure above the directive. */
  function tell(reason) {
    if (isTold) return;
    isTold = true;
    var script = document.createElement("script");
    script.crossOrigin = "anonymous";
    script.integrity = "{{rescue.js}}";
    script.src = trusted.createScriptURL("rescue.js?{{build}}");
    script.onload = function () {
      if (isReady()) return;
      // The style sheet gives colours and type to what is in such a box.
      var box = document.createElement("div");
      box.className = "page-foot";
      box.appendChild(directiveAssessmentRescue(reason, "vi", base, "{{build}}"));
      element().parentNode.insertBefore(box, element());
    };
    script.onerror = function () {
      if (!isReady()) say("lost", "reload");
    };
    document.head.appendChild(script);
  }

  // Once everything was loaded, the element's script has run, or never will.
  if (document.readyState === "complete") loaded();
  else window.addEventListener("load", loaded);

  setTimeout(function () {
    if (!isReady()) tell("slow");
  }, PATIENCE);

  function loaded() {
    if (isDefined()) keep();
    else tell("start");
  }

  // From here on only browsers that know promises.
  function keep() {
    var workers = null;
    try {
      workers = navigator.serviceWorker;
    } catch (_) {
      // A frame without an origin may not even ask.
    }
    if (!workers) return;
    workers
      .register(trusted.createScriptURL("sw.js"), { updateViaCache: "none" })
      .then(watch)
      // A private window refuses it; the self-check page says so. The product works all the same.
      .catch(function () {});
    workers.addEventListener("message", function (event) {
      if (event.data === "updated") say("other", "reload");
      // All of it is on this machine, and waits for the person's yes (sw.js).
      if (event.data === "update") workers.ready.then(function (registration) { say("update", "update", registration); });
    });
  }

  function watch(registration) {
    function follow(worker) {
      if (!worker) return;
      if (worker.state === "activated") look(worker);
      else worker.addEventListener("statechange", function () {
        if (worker.state === "activated") look(worker);
      });
    }
    [registration.active, registration.waiting, registration.installing].forEach(follow);
    registration.addEventListener("updatefound", function () {
      follow(registration.installing);
    });
  }

  function ask(worker, question, then) {
    var channel = new MessageChannel();
    channel.port1.onmessage = function (event) { then(event.data); };
    worker.postMessage(question, [channel.port2]);
  }

  function look(worker) {
    ask(worker, "state", function (state) {
      if (state.serving) document.documentElement.setAttribute("data-offline", "ready");
    });
  }

  /** Shows one of the notices that wait in the page, and lets its button act. */
  function say(notice, act, registration) {
    var all = document.querySelectorAll(".page-news");
    for (var index = 0; index < all.length; index++) all[index].hidden = all[index].id !== "news-" + notice;
    var button = document.querySelector("#news-" + notice + " button");
    if (button) button.onclick = act === "reload" ? reload : function () { update(registration); };
  }

  function reload() {
    saved(function () { location.reload(); });
  }

  function saved(then) {
    // A page that never started has nothing to save, and may need the update most.
    var root = element().shadowRoot;
    if (!root || !root.querySelector("[data-ready]")) then();
    else element().flush().then(then, function () { say("unsaved"); });
  }

  /** Only with everything on disk, and after the person's yes. */
  function update(registration) {
    function later() { say("later"); }
    saved(function () {
      ask(registration.active, "update", function () {
        registration.update().then(function () {
          var next = registration.installing || registration.waiting;
          if (!next) return location.reload();
          next.addEventListener("statechange", function () {
            if (next.state === "activated") location.reload();
            if (next.state === "redundant") later();
          });
        }).catch(later);
      });
    });
  }
})();
