// What is shown where the program cannot run or has stopped: the cause and what to do, a way to load it again, and the drafts as
// they are in the stores. Plain script for any browser, a classic one and a module alike, so that it works when nothing else does.
(function () {
  "use strict";
  var CONTACT = {
    vi: "Cần hỏi về công văn: Ban Tuyên giáo Thành ủy (cơ quan chủ trì, theo nhiệm vụ 3). Cần hỏi về trang này: người quản trị trang nơi bạn mở nó.",
    en: "Questions about the directive: the Party Committee's Propaganda Board (in charge by task 3). Questions about this page: the administrator of the site where you opened it.",
  };

  /** A mark of the blocks that fonts pile up, a joiner, or what lies beyond the first plane. */
  var MARK = "(?:[\\u0300-\\u036f\\u0483-\\u0489\\u0591-\\u05bd\\u0610-\\u061a\\u064b-\\u065f\\u0730-\\u074a\\u0900-\\u0903" +
    "\\u093a-\\u094f\\u0951-\\u0957\\u0981-\\u0983\\u0e31\\u0e34-\\u0e3a\\u0e47-\\u0e4e\\u0f71-\\u0f84\\u1ab0-\\u1aff\\u1cd0-\\u1ce8" +
    "\\u1dc0-\\u1dff\\u200d\\u20d0-\\u20ff\\ua8e0-\\ua8f1\\ufe00-\\ufe0f\\ufe20-\\ufe2f]|[\\ud800-\\udbff][\\udc00-\\udfff])";
  var PILE = new RegExp("(" + MARK + "{6})" + MARK + "+", "g");

  /** By cause: the title, and what to do. `{file}` is the file that it is about. */
  var CAUSES = {
    looking: {
      vi: ["Chưa mở được phần tự đánh giá", "Đang tìm nguyên nhân…"],
      en: ["The self-assessment does not open", "Looking for the cause…"],
    },
    stopped: {
      vi: ["Trang đã dừng vì một lỗi", "Hãy tải lại trang để làm tiếp. Nếu lỗi lặp lại, hãy tải các bản nháp về và gửi kèm dòng chữ dưới đây cho người hỗ trợ."],
      en: ["The page has stopped because of an error", "Reload the page to go on. If the error comes again, download the drafts and send them with the line below to whoever supports you."],
    },
    old: {
      vi: ["Trình duyệt này quá cũ", "Hãy mở trang bằng Chrome hoặc Edge từ bản 109, Firefox từ bản 115, hoặc Safari từ bản 16 (các bản này chạy được trên Windows 7)."],
      en: ["This browser is too old", "Open the page with Chrome or Edge 109, Firefox 115 or Safari 16, or later. (The first two run on Windows 7.)"],
    },
    off: {
      vi: ["Trình duyệt đã tắt WebAssembly", "Phần tự đánh giá cần WebAssembly. Hãy tắt chế độ hạn chế (Lockdown, “siêu bảo mật”, chính sách của cơ quan) cho trang này, hoặc mở bằng trình duyệt khác."],
      en: ["WebAssembly is switched off in this browser", "The self-assessment needs WebAssembly. Turn off the restricted mode (Lockdown, enhanced security, a policy) for this page, or use another browser."],
    },
    csp: {
      vi: ["Cổng thông tin chặn chương trình của trang này", "Người quản trị cần thêm 'wasm-unsafe-eval' vào script-src của Content-Security-Policy. Bạn không làm gì sai; hãy gửi dòng chữ dưới đây cho họ."],
      en: ["The site blocks this page's program", "Its administrator has to add 'wasm-unsafe-eval' to script-src of the Content-Security-Policy. You did nothing wrong; send them the line below."],
    },
    memory: {
      vi: ["Máy không còn đủ bộ nhớ", "Hãy đóng bớt cửa sổ và chương trình khác, rồi tải lại trang."],
      en: ["The computer has run out of memory", "Close other windows and programs, then reload the page."],
    },
    missing: {
      vi: ["Máy chủ thiếu một tệp của trang này", "Không có tệp {file}. Hãy báo người quản trị chép lại đủ các tệp của trang."],
      en: ["The server lacks a file of this page", "There is no {file}. Ask the administrator to copy all files of the page again."],
    },
    server: {
      vi: ["Máy chủ đang gặp lỗi", "Máy chủ không trả được tệp {file}. Hãy thử lại sau ít phút; nếu vẫn vậy, hãy báo người quản trị."],
      en: ["The server has an error", "The server could not send {file}. Try again in some minutes; if that does not help, tell the administrator."],
    },
    html: {
      vi: ["Mạng trả về một trang khác thay cho tệp của trang này", "Thay cho {file} là một trang web, thường là trang đăng nhập mạng hoặc trang báo lỗi. Hãy đăng nhập mạng rồi tải lại."],
      en: ["The network sent another page in the place of a file", "Instead of {file} came a web page, often the network's log-in or an error page. Log in to the network, then reload."],
    },
    mime: {
      vi: ["Máy chủ gửi sai loại tệp", "Tệp {file} phải được gửi với loại text/javascript. Hãy báo người quản trị sửa cấu hình máy chủ."],
      en: ["The server sends a wrong type of file", "{file} has to be sent as text/javascript. Ask the administrator to correct the server's configuration."],
    },
    truncated: {
      vi: ["Một tệp tải về chưa đủ", "Tệp {file} bị cắt giữa chừng, thường do mạng yếu. Hãy tải lại trang."],
      en: ["A file came only in part", "{file} was cut off, often because of a weak network. Reload the page."],
    },
    damaged: {
      vi: ["Một tệp của trang bị thay đổi", "Nội dung tệp {file} không đúng với bản phát hành, nên trang không chạy nó. Hãy tải lại; nếu vẫn vậy, hãy báo người quản trị."],
      en: ["A file of the page was changed", "{file} is not what was released, so the page does not run it. Reload; if that does not help, tell the administrator."],
    },
    mixed: {
      vi: ["Hai phiên bản của trang bị lẫn vào nhau", "Bộ nhớ đệm còn giữ tệp của bản trước. Hãy bấm Tải lại: trang sẽ lấy mới tất cả các tệp."],
      en: ["Two versions of the page are mixed", "A cache still holds a file of an earlier version. Press Reload: the page will fetch every file anew."],
    },
    blocked: {
      vi: ["Một tệp bị chặn trên đường tải", "Không tải được {file} dù máy có mạng. Một tiện ích của trình duyệt, phần mềm diệt vi-rút hoặc tường lửa có thể đã chặn. Hãy tạm tắt cho trang này, hoặc mở bằng trình duyệt khác."],
      en: ["A file was blocked on its way", "{file} could not be loaded although there is a network. An extension, an antivirus program or a firewall may have blocked it. Pause it for this page, or use another browser."],
    },
    refused: {
      vi: ["Trang lưu trên máy này bị thiếu hoặc đã bị thay đổi", "Tệp {file} lưu trên máy này không đúng với bản phát hành nên không được dùng, và máy đang không có mạng để tải lại. Hãy nối mạng rồi bấm Tải lại."],
      en: ["What this computer keeps of the page is incomplete or was changed", "{file}, as kept on this computer, is not what was released, so it is not used, and there is no network to load it again. Connect to the network, then press Reload."],
    },
    offline: {
      vi: ["Máy đang không có mạng", "Trang chưa được lưu đủ trên máy này để chạy khi không có mạng. Hãy nối mạng rồi tải lại."],
      en: ["This computer has no network", "The page was not yet kept on this computer in whole. Connect to the network, then reload."],
    },
    slow: {
      vi: ["Trang tải lâu hơn bình thường", "Mạng có thể đang chậm. Có thể đợi thêm: phần tự đánh giá sẽ tự mở khi tải xong. Nếu quá lâu, hãy tải lại."],
      en: ["The page takes longer than usual", "The network may be slow. You can wait: the self-assessment opens by itself once it is loaded. If it takes too long, reload."],
    },
  };

  var TEXTS = {
    vi: {
      safe: "Công văn vẫn đọc được ở dưới. Bản tự đánh giá đã lưu vẫn nằm trên máy này.",
      kept: "Bản tự đánh giá đã lưu vẫn nằm trên máy này.",
      reload: "Tải lại",
      drafts: "Bản nháp trên máy này",
      none: "Không tìm thấy bản nháp nào trên máy này.",
      refused: "Trình duyệt không cho xem nơi lưu bản nháp.",
      details: "Gửi cho người hỗ trợ",
      check: "Tự kiểm tra",
    },
    en: {
      safe: "The directive can still be read below. What was saved is still on this computer.",
      kept: "What was saved is still on this computer.",
      reload: "Reload",
      drafts: "Drafts on this computer",
      none: "No draft was found on this computer.",
      refused: "The browser does not let the drafts be seen.",
      details: "For whoever supports you",
      check: "Self-check",
    },
  };

  function make(tag, text, className) {
    var element = document.createElement(tag);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  }

  /**
   * The panel for an error, in a language. `base` is the folder of the product's files, if they are files, and `build` says of
   * which release the script is that calls. `refused` is the page in whose place the service worker has shown this panel.
   */
  function panel(error, lang, base, build, refused) {
    lang = /^en/i.test(lang || "") ? "en" : "vi";
    var texts = TEXTS[lang];
    var root = make("section", "", "failure");
    root.lang = lang;
    // Named, it is a landmark: whoever listens to the page finds it.
    root.setAttribute("aria-labelledby", "failure-title");
    var said = make("div");
    said.setAttribute("role", "alert");
    var title = make("h1");
    title.id = "failure-title";
    var body = make("p");
    said.appendChild(title);
    said.appendChild(body);
    var detail = make("pre");
    var reload = make("button", texts.reload, "btn main");
    reload.onclick = function () { again(base); };
    var actions = make("p", "", "actions");
    actions.appendChild(reload);
    if (base) {
      var check = make("a", texts.check, "btn");
      check.href = base + "kiem-tra.html";
      actions.appendChild(check);
    }
    var more = make("details");
    more.appendChild(make("summary", texts.details));
    more.appendChild(detail);
    [said, make("p", refused ? texts.kept : texts.safe), actions, drafts(texts), make("p", CONTACT[lang], "quiet"), more].forEach(function (part) {
      root.appendChild(part);
    });
    function tell(cause, file, facts) {
      var words = (CAUSES[cause] || CAUSES.stopped)[lang];
      title.textContent = words[0];
      // A name makes it a region, which can be found without looking.
      root.setAttribute("aria-label", words[0]);
      body.textContent = words[1].replace("{file}", file || "");
      root.setAttribute("data-cause", cause);
      detail.textContent = [cause, file, String(error), facts, location.origin + location.pathname, navigator.userAgent].filter(Boolean).join("\n");
    }
    tell("looking");
    if (refused) tell("refused", refused);
    else diagnose(error, base, build, tell);
    return root;
  }

  /** Fetches everything anew, past whatever cache holds what does not fit, and loads the page again. */
  function again(base) {
    function load() { location.reload(); }
    if (!base || !window.fetch || !window.Promise) return load();
    released(base).then(function (list) {
      // The server answers: what the service worker keeps is not needed any more.
      var dropped = !(window.caches && caches.keys && caches.keys.call) ? [] : caches.keys().then(function (names) {
        return Promise.all(names.map(function (name) {
          return name.indexOf("directive-assessment " + base + " ") === 0 ? caches.delete(name) : null;
        }));
      });
      return Promise.resolve(dropped).then(function () {
        // What this page's own address brings in, and what other pages name without a version.
        var all = Object.keys(list.files).map(function (name) { return name + "?" + list.version; });
        return Promise.all(all.concat("embed.js", "frame-host.js", "kiem-tra.html").map(function (name) {
          return fetch(base + name, { cache: "reload" });
        }));
      });
    }).then(load, load);
  }

  /** The list of the released files. */
  function released(base) {
    return fetch(base + "files.json", { cache: "no-store" }).then(function (answer) {
      return answer.ok ? answer.json() : Promise.reject(new Error(String(answer.status)));
    });
  }

  function isOld() {
    try {
      return !(window.Promise && window.fetch && window.customElements && Element.prototype.attachShadow &&
        "replaceChildren" in Element.prototype && "noModule" in document.createElement("script"));
    } catch (_) {
      return true;
    }
  }

  /** Finds the cause and tells it. */
  function diagnose(error, base, build, tell) {
    var text = String(error);
    if (isOld()) return tell("old");
    if (typeof WebAssembly !== "object") return tell("off");
    if (/out of memory|could not allocate|cannot allocate|memory allocation/i.test(text) || error instanceof RangeError) {
      return tell("memory");
    }
    // Safari's engine compiles what its policy forbids to run, and names the policy only then.
    if (/unsafe-eval/.test(text)) return tell("csp", "", text);
    try {
      // The smallest program that there is: what refuses this refuses all.
      new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    } catch (refused) {
      return tell("csp", "", String(refused));
    }
    if (/mixed/.test(text)) return tell("mixed");
    if (error === "slow") return tell("slow");
    // A panic of the program comes as text, an exception within it as an error of its own kind.
    if (!base || (typeof error === "string" && error !== "start") || error instanceof WebAssembly.RuntimeError) return tell("stopped");
    released(base).catch(function () { return null; }).then(function (list) {
      if (list && list.version !== build) return tell("mixed", "", list.version + " " + build);
      var files = ["embed.js", "directive-assessment.js", "directive-assessment_bg.wasm"];
      function next() {
        var file = files.shift();
        // Every file is as it was released: the program itself has failed.
        if (!file) return tell(error === "start" ? "old" : "stopped");
        return look(base, file, list, build).then(function (found) {
          return found ? tell(found, file) : next();
        });
      }
      return next();
    }).catch(function (failed) { tell("stopped", "", String(failed)); });
  }

  /** What is wrong with a file, if anything is. */
  function look(base, file, list, build) {
    return fetch(base + file + "?" + build).then(function (answer) {
      if (answer.status === 404 || answer.status === 410) return "missing";
      if (answer.status === 409) return "refused";
      if (!answer.ok) return "server";
      var type = answer.headers.get("Content-Type") || "";
      return answer.arrayBuffer().then(function (buffer) {
        return judge(file, type, new Uint8Array(buffer), list, build);
      }, function () { return "truncated"; });
    }, function () { return navigator.onLine === false ? "offline" : "blocked"; });
  }

  function judge(file, type, bytes, list, build) {
    // `<`, perhaps after blanks and a byte order mark.
    if (/^[\s\ufeff\u00ef\u00bb\u00bf]*</.test(String.fromCharCode.apply(null, bytes.subarray(0, 64)))) return "html";
    if (/\.js$/.test(file) && !/javascript|ecmascript/i.test(type)) return "mime";
    var known = list && list.files[file];
    if (!known) return "";
    var marked = /\.js$/.test(file) && /export const build = "(\w+)"/.exec(new TextDecoder().decode(bytes));
    if (marked && marked[1] !== build) return "mixed";
    if (bytes.length < known.bytes) return "truncated";
    if (!(window.crypto && crypto.subtle)) return bytes.length === known.bytes ? "" : "damaged";
    return crypto.subtle.digest("SHA-256", bytes).then(function (digest) {
      return hex(digest) === known.sha256 ? "" : "damaged";
    });
  }

  function hex(buffer) {
    return Array.prototype.map.call(new Uint8Array(buffer), function (byte) {
      return (byte < 16 ? "0" : "") + byte.toString(16);
    }).join("");
  }

  /** The drafts in the stores, each as a link that saves it. */
  function drafts(texts) {
    var part = make("div");
    part.appendChild(make("h2", texts.drafts));
    var said = make("p", texts.none);
    var list = make("ul");
    part.appendChild(said);
    part.appendChild(list);
    var seen = {};
    function show(id, text) {
      if (seen[id + text]) return;
      seen[id + text] = true;
      said.hidden = true;
      var link = make("a");
      // What stands beside a name keeps its order, whatever the name is written in.
      nameOf(id, text).forEach(function (part) { link.appendChild(make("bdi", visible(part))); });
      link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
      link.download = "ban-nhap-" + id.replace(/[^\w-]/g, "") + ".json";
      var item = make("li");
      item.appendChild(link);
      list.appendChild(item);
    }
    try {
      for (var index = 0; index < localStorage.length; index++) {
        var key = localStorage.key(index);
        var id = /^directive-assessment\/.*\/draft\/(.*)$/.exec(key);
        if (id) show(id[1], localStorage.getItem(key));
      }
    } catch (_) {
      said.textContent = texts.refused;
    }
    journals(show);
    return part;
  }

  /** The unit and the last change, where the record can be read. */
  function nameOf(id, text) {
    try {
      var record = JSON.parse(text).assessments[0];
      return [String(record.unit.name), " – " + new Date(record.updatedAt).toLocaleString("vi-VN")];
    } catch (_) {
      return [id];
    }
  }

  /** With names in the places of characters that turn the text, and without marks beyond count: see visible.rs. */
  function visible(text) {
    return text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, function (turn) {
      return "[U+" + ("0" + turn.charCodeAt(0).toString(16).toUpperCase()).slice(-4) + "]";
    }).replace(PILE, "$1…");
  }

  /** Reads the journals. One that cannot be read leaves what the mirror had. */
  function journals(show) {
    try {
      if (!indexedDB.databases) return journal("directive-assessment/1022-CV/TU", show);
      indexedDB.databases().then(function (all) {
        all.forEach(function (one) {
          if (/^directive-assessment\//.test(one.name)) journal(one.name, show);
        });
      }, function () {});
    } catch (_) {
      // Refused.
    }
  }

  function journal(name, show) {
    var opening = indexedDB.open(name);
    // It was not there: it must not be made here.
    opening.onupgradeneeded = function () { opening.transaction.abort(); };
    opening.onsuccess = function () {
      var database = opening.result;
      if (!database.objectStoreNames.contains("drafts")) return database.close();
      var all = database.transaction("drafts").objectStore("drafts").getAll();
      all.onsuccess = function () {
        all.result.forEach(function (record) { show(String(record.id), String(record.text)); });
        database.close();
      };
    };
  }

  window.directiveAssessmentRescue = panel;
  /** The drafts alone, for the self-check. */
  panel.drafts = function (lang) { return drafts(TEXTS[lang]); };

  // The page that the service worker shows in the place of one that was changed: see sw.js.
  var refused = document.documentElement.getAttribute("data-refused");
  if (refused && document.currentScript) {
    var own = document.currentScript.src.split("?");
    document.querySelector("main").replaceChildren(panel("refused", "vi", own[0].replace(/[^/]*$/, ""), own[1], refused));
  }
})();
