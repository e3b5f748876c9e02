// What the scripts say in Vietnamese. See catalogue.ts.

import type { Catalogue } from "./catalogue";

export var element: Catalogue["element"] = {
  opening: "Đang mở…",
  lost: "Phần tự đánh giá không mở được vì trang thiếu tệp. Bản đã lưu vẫn còn trên máy này. Hãy tải lại trang; nếu vẫn vậy, hãy báo người quản trị trang.",
};

export var board: Catalogue["board"] = {
  title: "Tổng hợp",
  failed: "Chưa tải được phần này. Hãy kiểm tra mạng rồi thử lại; nếu vẫn vậy, hãy tải lại trang. Phần tự đánh giá vẫn làm việc.",
  again: "Thử lại",
};

export var stoppedBoard: Catalogue["stoppedBoard"] = {
  title: "Phần Tổng hợp đã dừng vì một lỗi",
  text: "Phần tự đánh giá vẫn làm việc bình thường. Muốn mở lại phần Tổng hợp, hãy tải lại trang: bản tự đánh giá được lưu trước khi tải lại.",
  reload: "Lưu và tải lại trang",
};

export var stoppedReport: Catalogue["stoppedReport"] = {
  title: "Phần báo cáo đã dừng vì một lỗi",
  text: "Phần tự đánh giá vẫn làm việc bình thường, và lời đã sửa trong báo cáo được lưu cùng bản nháp. Muốn mở lại báo cáo, hãy tải lại trang.",
  reload: stoppedBoard.reload,
};

export var paged: Catalogue["paged"] = { page: "Trang {number}", pages: "{number} trang" };

export var content: Catalogue["content"] = {
  title: "Chưa hiển thị được văn bản",
  body: "Trang này cung cấp dữ liệu riêng cho phần tự đánh giá, nhưng dữ liệu đó không dùng được. Văn bản dựng sẵn không được dùng thay. Hãy báo dòng dưới đây cho người quản trị cổng thông tin.",
  unreachable: "Không tải được {name}: {why}.",
  changed: "Tệp {name} không đúng với mã kiểm tra (integrity) mà trang này ghi.",
  badDigest: "Mã kiểm tra (integrity) của {name} viết sai: {why}. Phải là sha256-…, sha384-… hoặc sha512-….",
  noData: "Dữ liệu {name} không chuyển được thành JSON: {why}.",
  noAddress: "Thuộc tính HTML {why} nhận một địa chỉ, không nhận một đối tượng ({name}). Hãy gán đối tượng bằng mã: element.{why} = …",
  directive: "dữ liệu văn bản (directive)",
  roster: "danh sách đơn vị (roster)",
};

export var frame: Catalogue["frame"] = {
  apart: "Trang này đang hiện trong khung của một trang khác. Bản nháp làm ở đây được trình duyệt cất riêng cho khung này: mở ở cửa sổ khác sẽ không thấy, và trình duyệt có thể xóa sớm hơn. Nên làm trong cửa sổ riêng, hoặc xuất tệp trước khi rời đi.",
  refused: "Trang này đang hiện trong khung của một trang khác, và trình duyệt không cho khung này lưu dữ liệu. Chữ đã gõ sẽ mất khi đóng trang. Hãy làm trong cửa sổ riêng.",
  open: "Mở trong cửa sổ riêng",
  stranger: "Địa chỉ của khung này ghi sai tên cổng thông tin (origin), nên khung không nhận lệnh của trang nào và giữ nguyên chiều cao. Hãy báo người quản trị cổng.",
};

export var news: Catalogue["news"] = {
  update: ["Có bản mới của trang này.", "Cập nhật"],
  other: ["Trang đã được cập nhật ở một cửa sổ khác.", "Tải lại"],
  lost: ["Phần tự đánh giá không mở được vì trang thiếu tệp. Bản đã lưu vẫn còn trên máy này.", "Tải lại"],
  later: ["Chưa cập nhật được: hãy kiểm tra mạng, rồi tải lại trang để thử lại."],
  unsaved: ["Chưa cập nhật, vì bản đang làm chưa lưu được trên máy này. Hãy xuất tệp trước."],
};

export var rescue: Catalogue["rescue"] = {
  contact: "Cần hỏi về công văn: Ban Tuyên giáo Thành ủy (cơ quan chủ trì, theo nhiệm vụ 3). Cần hỏi về trang này: người quản trị trang nơi bạn mở nó.",
  safe: "Công văn vẫn đọc được ở dưới. Bản tự đánh giá đã lưu vẫn nằm trên máy này.",
  kept: "Bản tự đánh giá đã lưu vẫn nằm trên máy này.",
  reload: "Tải lại",
  drafts: "Bản nháp trên máy này",
  none: "Không tìm thấy bản nháp nào trên máy này.",
  refused: "Trình duyệt không cho xem nơi lưu bản nháp.",
  details: "Gửi cho người hỗ trợ",
  check: "Tự kiểm tra",
};

export var causes: Catalogue["causes"] = {
  looking: [
    "Chưa mở được phần tự đánh giá",
    "Đang tìm nguyên nhân…",
  ],
  stopped: [
    "Trang đã dừng vì một lỗi",
    "Hãy tải lại trang để làm tiếp. Nếu lỗi lặp lại, hãy tải các bản nháp về và gửi kèm dòng chữ dưới đây cho người hỗ trợ.",
  ],
  old: [
    "Trình duyệt này quá cũ",
    "Hãy mở trang bằng Chrome hoặc Edge từ bản 109, Firefox từ bản 115, hoặc Safari từ bản 16 (các bản này chạy được trên Windows 7).",
  ],
  off: [
    "Trình duyệt đã tắt WebAssembly",
    "Phần tự đánh giá cần WebAssembly. Hãy tắt chế độ hạn chế (Lockdown, “siêu bảo mật”, chính sách của cơ quan) cho trang này, hoặc mở bằng trình duyệt khác.",
  ],
  csp: [
    "Cổng thông tin chặn chương trình của trang này",
    "Người quản trị cần thêm 'wasm-unsafe-eval' vào script-src của Content-Security-Policy. Bạn không làm gì sai; hãy gửi dòng chữ dưới đây cho họ.",
  ],
  memory: [
    "Máy không còn đủ bộ nhớ",
    "Hãy đóng bớt cửa sổ và chương trình khác, rồi tải lại trang.",
  ],
  missing: [
    "Máy chủ thiếu một tệp của trang này",
    "Không có tệp {file}. Hãy báo người quản trị chép lại đủ các tệp của trang.",
  ],
  server: [
    "Máy chủ đang gặp lỗi",
    "Máy chủ không trả được tệp {file}. Hãy thử lại sau ít phút; nếu vẫn vậy, hãy báo người quản trị.",
  ],
  html: [
    "Mạng trả về một trang khác thay cho tệp của trang này",
    "Thay cho {file} là một trang web, thường là trang đăng nhập mạng hoặc trang báo lỗi. Hãy đăng nhập mạng rồi tải lại.",
  ],
  mime: [
    "Máy chủ gửi sai loại tệp",
    "Tệp {file} phải được gửi với loại text/javascript. Hãy báo người quản trị sửa cấu hình máy chủ.",
  ],
  truncated: [
    "Một tệp tải về chưa đủ",
    "Tệp {file} bị cắt giữa chừng, thường do mạng yếu. Hãy tải lại trang.",
  ],
  damaged: [
    "Một tệp của trang bị thay đổi",
    "Nội dung tệp {file} không đúng với bản phát hành, nên trang không chạy nó. Hãy tải lại; nếu vẫn vậy, hãy báo người quản trị.",
  ],
  mixed: [
    "Hai phiên bản của trang bị lẫn vào nhau",
    "Bộ nhớ đệm còn giữ tệp của bản trước. Hãy bấm Tải lại: trang sẽ lấy mới tất cả các tệp.",
  ],
  fixed: [
    "Trang này còn ghi bản cũ của phần tự đánh giá",
    "Máy chủ đã có bản mới, còn thẻ trong trang này ghi mã kiểm tra (integrity) của bản cũ nên bản mới không được dùng. Người quản trị cần thay bằng thẻ mới, lấy ở trang nhung.html của bản mới. Bạn không làm gì sai; hãy gửi dòng chữ dưới đây cho họ.",
  ],
  blocked: [
    "Một tệp bị chặn trên đường tải",
    "Không tải được {file} dù máy có mạng. Một tiện ích của trình duyệt, phần mềm diệt vi-rút hoặc tường lửa có thể đã chặn. Hãy tạm tắt cho trang này, hoặc mở bằng trình duyệt khác.",
  ],
  refused: [
    "Trang lưu trên máy này bị thiếu hoặc đã bị thay đổi",
    "Tệp {file} lưu trên máy này không đúng với bản phát hành nên không được dùng, và máy đang không có mạng để tải lại. Hãy nối mạng rồi bấm Tải lại.",
  ],
  offline: [
    "Máy đang không có mạng",
    "Trang chưa được lưu đủ trên máy này để chạy khi không có mạng. Hãy nối mạng rồi tải lại.",
  ],
  slow: [
    "Trang tải lâu hơn bình thường",
    "Mạng có thể đang chậm. Có thể đợi thêm: phần tự đánh giá sẽ tự mở khi tải xong. Nếu quá lâu, hãy tải lại.",
  ],
};

export var guide: Catalogue["guide"] = {
  other: "English",
  back: "← Về trang tự đánh giá",
  title: "Đưa vào cổng thông tin",
  intro: "Dành cho người quản trị cổng: chọn cách đưa vào, rồi chép từng phần dưới đây. Mọi thứ được tạo ngay trong trình duyệt này, không có gì được gửi đi.",
  surface: "Cách đưa vào",
  element: "Phần tử.",
  elementHint: "Một thẻ trong trang của cổng; cao theo nội dung, hợp với giao diện của cổng. Nên dùng.",
  frame: "Khung.",
  frameHint: "Một iframe; cổng không phải chạy mã của phần tự đánh giá trong trang của mình.",
  page: "Trang.",
  pageHint: "Một trang riêng; cổng chỉ đặt liên kết đến đó.",
  product: "Địa chỉ thư mục của phần tự đánh giá",
  portal: "Địa chỉ trang của cổng sẽ đặt phần tự đánh giá",
  server: "Máy chủ web",
  digest: "Kèm mã kiểm tra (SRI): trình duyệt từ chối mọi tệp khác với bản phát hành này. Khi cập nhật phải thay thẻ, nên hãy đặt mỗi phiên bản vào một thư mục riêng.",
  problem: "Hãy ghi địa chỉ đầy đủ, bắt đầu bằng https://",
  copyFiles: "Chép các tệp",
  copyFilesText: "Chép toàn bộ thư mục dist/ vào {folder}. Kiểm tra bằng lệnh sau, chạy trong thư mục đó:",
  productServer: "Cấu hình nơi đặt các tệp",
  nginx: "Đặt trong khối server của trang, nơi có dòng root. Trong khối này các dòng add_header ở ngoài không còn hiệu lực: dòng nào cần thì chép thêm vào đây, chẳng hạn Strict-Transport-Security.",
  apache: "Đặt trong khối <VirtualHost> của trang. Cần mod_headers; trên Debian, bật bằng lệnh: a2enmod headers",
  htaccess: "Tệp tên .htaccess trong chính thư mục đó, dành cho khi không sửa được cấu hình máy chủ. Máy chủ phải cho phép (AllowOverride FileInfo); thiếu mod_headers thì chính sách không được gửi, phần tự đánh giá vẫn chạy.",
  iis: "Tệp tên web.config trong chính thư mục đó. Để tệp .wasm cũng được nén, người quản trị máy chủ chạy một lần lệnh ghi ở dòng chú thích. Cấu hình này đúng theo lược đồ của IIS nhưng chưa được thử trên máy chủ IIS thật.",
  caddy: "Đặt trong khối của trang. Nếu để các tệp ở thư mục khác thì sửa dòng root.",
  portalPolicy: "Chính sách bảo mật của trang cổng",
  portalPolicyText: "Thêm các nguồn này vào tiêu đề Content-Security-Policy mà trang của cổng đang gửi. Nếu trang chưa có tiêu đề này thì không cần làm gì.",
  portalTypes: "Nếu trang của cổng dùng Trusted Types thì thêm cả dòng cuối.",
  tag: "Thẻ đặt trong trang của cổng",
  link: "Liên kết đặt trong cổng",
  copy: "Chép",
  copied: "Đã chép: {what}.",
  notCopied: "Trình duyệt không cho chép: hãy chọn đoạn văn bản rồi chép bằng tay.",
  frameTitle: "Tự đánh giá theo Công văn 1022-CV/TU",
};

// In Vietnamese alone: the self-check writes for whoever supports the person, and what the worker shows stands on a page
// whose language nobody has chosen yet.

export var selfCheck = {
  browser: "Trình duyệt",
  language: "Ngôn ngữ, múi giờ",
  address: "Địa chỉ",
  secure: "Kết nối an toàn (https)",
  frame: "Trong khung (iframe)",
  yes: "có",
  no: "không",
  element: "Phần tử tùy biến và shadow root",
  modules: "Mô-đun JavaScript",
  program: "WebAssembly",
  network: "Mạng",
  mirror: "Nơi lưu thứ hai (localStorage): ghi, đọc, xóa",
  items: "{count} mục",
  journal: "Nơi lưu chính (IndexedDB): ghi, đọc, xóa",
  readOther: "đọc lại khác: {found}",
  held: "bị giữ",
  silent: "không trả lời",
  room: "Dung lượng",
  unknown: "không rõ",
  offline: "Dùng khi không có mạng (service worker)",
  unsupported: "trình duyệt không hỗ trợ ở đây",
  notYet: "chưa có; mở trang tự đánh giá một lần khi có mạng",
  wrongLength: "{bytes} byte, phải là {released}",
  changed: "khác bản phát hành: {digest}",
  size: "{bytes} byte",
  file: "{bytes} byte, {type}, {digest}",
  version: "Phiên bản trên máy chủ",
  list: "Danh sách tệp (files.json)",
  policy: "Chính sách bảo mật (CSP) đã chặn",
  nothing: "không có gì",
  done: "Kiểm tra xong",
  good: "Máy này dùng được phần tự đánh giá.",
  faults: "Có {count} điểm chưa đạt: {names}. Hãy chép kết quả gửi người hỗ trợ.",
  copied: "Đã chép.",
  copyYourself: "Hãy tự chép phần chữ ở dưới.",
};

export var worker = {
  title: "Công văn 1022-CV/TU – Tự đánh giá",
  refused: "Trang lưu trên máy này bị thiếu hoặc đã bị thay đổi nên không được dùng. Bài đã lưu vẫn còn trên máy này. Hãy nối mạng rồi tải lại trang.",
};
