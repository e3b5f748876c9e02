// The self-check: what this browser, its stores, the network and the server are like, as text for whoever helps. Plain script for
// any browser. Every check ends by itself, with a result or for lack of one.
(function () {
  "use strict";
  var base = location.href.replace(/[^/]*$/, "");
  var PATIENCE = 20000;
  var lines = [];
  var violations = [];
  document.addEventListener("securitypolicyviolation", function (event) {
    violations.push(event.effectiveDirective + " " + event.blockedURI);
  });

  function note(name, isGood, facts) {
    var item = document.createElement("li");
    item.textContent = (isGood === null ? "–" : isGood ? "✓" : "✗") + " " + name + (facts ? ": " + facts : "");
    if (isGood === false) item.className = "bad";
    lines.push(item.textContent);
    document.getElementById("result").appendChild(item);
    document.getElementById("text").value = lines.join("\n");
  }

  function tried(name, check) {
    try {
      note(name, true, check() || "");
    } catch (error) {
      note(name, false, String(error));
    }
  }

  /** The same for what answers later: its result, its error, or that none came. */
  function later(name, check) {
    var waiting = new Promise(function (resolve, reject) {
      setTimeout(function () { reject(new Error("không trả lời")); }, PATIENCE);
      check().then(resolve, reject);
    });
    return waiting.then(function (facts) { note(name, true, facts); }, function (error) { note(name, false, String(error)); });
  }

  function features() {
    note("Trình duyệt", null, navigator.userAgent);
    note("Ngôn ngữ, múi giờ", null, navigator.language + ", " + new Date().getTimezoneOffset());
    note("Địa chỉ", null, location.origin + location.pathname);
    note("Kết nối an toàn (https)", window.isSecureContext === true);
    note("Trong khung (iframe)", null, window.top === window ? "không" : "có");
    note("Phần tử tùy biến và shadow root", Boolean(window.customElements && Element.prototype.attachShadow));
    note("Mô-đun JavaScript", "noModule" in document.createElement("script"));
    tried("WebAssembly", function () {
      return String(new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])));
    });
    note("Mạng", navigator.onLine !== false);
  }

  function mirror() {
    tried("Nơi lưu thứ hai (localStorage): ghi, đọc, xóa", function () {
      var key = "directive-assessment-kiem-tra";
      localStorage.setItem(key, "ế");
      var found = localStorage.getItem(key);
      localStorage.removeItem(key);
      if (found !== "ế") throw new Error("đọc lại khác: " + found);
      return localStorage.length + " mục";
    });
  }

  function done(request) {
    return new Promise(function (resolve, reject) {
      request.onsuccess = function () { resolve(request.result); };
      request.onerror = function () { reject(request.error); };
      // A request that waits has no error yet. WebKit tells so of a database that is just being closed, too.
      request.onblocked = function () { setTimeout(function () { reject(new Error("bị giữ")); }, 5000); };
    });
  }

  /** In a database of its own, which is removed again. */
  function journal() {
    return later("Nơi lưu chính (IndexedDB): ghi, đọc, xóa", function () {
      var name = "directive-assessment-kiem-tra";
      var opening = indexedDB.open(name, 1);
      opening.onupgradeneeded = function () { opening.result.createObjectStore("s"); };
      return done(opening).then(function (database) {
        return done(database.transaction("s", "readwrite", { durability: "strict" }).objectStore("s").put("ế", 1)).then(function () {
          return done(database.transaction("s").objectStore("s").get(1));
        }).then(function (found) {
          database.close();
          if (found !== "ế") throw new Error("đọc lại khác: " + found);
          return done(indexedDB.deleteDatabase(name));
        });
      }).then(function () { return ""; });
    });
  }

  function room() {
    if (!navigator.storage || !navigator.storage.estimate) return note("Dung lượng", null, "không rõ");
    return later("Dung lượng", function () {
      return navigator.storage.estimate().then(function (found) {
        return Math.round(found.usage / 1024) + " KiB / " + Math.round(found.quota / 1048576) + " MiB";
      });
    });
  }

  function worker() {
    var workers = null;
    try {
      workers = navigator.serviceWorker;
    } catch (_) {
      // A frame without an origin may not even ask.
    }
    if (!workers) return note("Dùng khi không có mạng (service worker)", false, "trình duyệt không hỗ trợ ở đây");
    return later("Dùng khi không có mạng (service worker)", function () {
      return workers.getRegistration(base).then(function (found) {
        if (!found || !found.active) throw new Error("chưa có; mở trang tự đánh giá một lần khi có mạng");
        return new Promise(function (resolve) {
          var channel = new MessageChannel();
          channel.port1.onmessage = function (event) { resolve(JSON.stringify(event.data)); };
          found.active.postMessage("state", [channel.port2]);
        });
      });
    });
  }

  function hex(buffer) {
    return Array.prototype.map.call(new Uint8Array(buffer), function (byte) { return ("0" + byte.toString(16)).slice(-2); }).join("");
  }

  function file(name, known) {
    return later(name, function () {
      return fetch(base + name).then(function (answer) {
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.arrayBuffer().then(function (bytes) {
          if (bytes.byteLength !== known.bytes) throw new Error(bytes.byteLength + " byte, phải là " + known.bytes);
          if (!window.crypto || !crypto.subtle) return bytes.byteLength + " byte";
          return crypto.subtle.digest("SHA-256", bytes).then(function (digest) {
            if (hex(digest) !== known.sha256) throw new Error("khác bản phát hành: " + hex(digest));
            return bytes.byteLength + " byte, " + answer.headers.get("Content-Type") + ", " + hex(digest).slice(0, 16);
          });
        });
      });
    });
  }

  function files() {
    return fetch(base + "files.json", { cache: "no-store" }).then(function (answer) {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    }).then(function (list) {
      note("Phiên bản trên máy chủ", null, list.version);
      return Object.keys(list.files).reduce(function (before, name) {
        return before.then(function () { return file(name, list.files[name]); });
      }, Promise.resolve());
    }, function (error) { note("Danh sách tệp (files.json)", false, String(error)); });
  }

  function end() {
    note("Chính sách bảo mật (CSP) đã chặn", violations.length === 0, violations.join("; ") || "không có gì");
    note("Kiểm tra xong", null, new Date().toISOString());
    document.getElementById("result").setAttribute("data-done", "");
  }

  document.getElementById("copy").onclick = function () {
    var field = document.getElementById("text");
    field.select();
    var said = document.getElementById("said");
    said.textContent = document.execCommand("copy") ? "Đã chép." : "Hãy tự chép phần chữ ở dưới.";
  };

  features();
  mirror();
  if (window.directiveAssessmentRescue && directiveAssessmentRescue.drafts) document.getElementById("drafts").appendChild(directiveAssessmentRescue.drafts("vi"));
  if (!window.Promise || !window.fetch) return end();
  journal().then(room).then(worker).then(files).then(end, end);
})();
