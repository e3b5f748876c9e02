// What the scripts say in English. See catalogue.ts.

import type { Catalogue } from "./catalogue";

export var element: Catalogue["element"] = {
  opening: "Opening…",
  lost: "The self-assessment does not open: files of this page are missing. What was saved is still on this computer. Reload the page; if that does not help, tell its administrator.",
};

export var board: Catalogue["board"] = {
  title: "Board",
  failed: "This part could not be loaded. Check the network, then try again; if that does not help, reload the page. The self-assessment works.",
  again: "Try again",
};

export var stoppedBoard: Catalogue["stoppedBoard"] = {
  title: "The board has stopped because of an error",
  text: "The self-assessment works as ever. To open the board again, reload the page: the self-assessment is saved before that.",
  reload: "Save and reload the page",
};

export var stoppedReport: Catalogue["stoppedReport"] = {
  title: "The report has stopped because of an error",
  text: "The self-assessment works as ever, and what was edited in the report is saved with the draft. To open the report again, reload the page.",
  reload: stoppedBoard.reload,
};

export var paged: Catalogue["paged"] = { page: "Page {number}", pages: "Pages: {number}" };

export var content: Catalogue["content"] = {
  title: "The document cannot be shown",
  body: "This page provides data of its own for the self-assessment, and they cannot be used. The built-in document is not shown in their place. Please send the line below to the administrator of the portal.",
  unreachable: "Could not load {name}: {why}.",
  changed: "The file of {name} does not have the digest (integrity) that this page names.",
  badDigest: "The digest (integrity) of {name} is not written as one: {why}. It has to be sha256-…, sha384-… or sha512-….",
  noData: "{name} cannot be made into JSON: {why}.",
  noAddress: "The attribute {why} takes an address, not an object ({name}). Set the object by a script: element.{why} = …",
  directive: "the directive",
  roster: "the roster",
};

export var frame: Catalogue["frame"] = {
  apart: "This page is shown in a frame of another page. The browser keeps drafts made here apart, for this frame alone: another window does not show them, and they may be deleted sooner. Better work in a window of its own, or export the file before you leave.",
  refused: "This page is shown in a frame of another page, and the browser does not let it store anything. What you type is lost when the page is closed. Work in a window of its own.",
  open: "Open in a window of its own",
  stranger: "The address of this frame names the portal wrongly (origin), so the frame hears no page and keeps its height. Please tell the portal's administrator.",
};

export var news: Catalogue["news"] = {
  update: ["There is a new version of this page.", "Update"],
  other: ["The page was updated in another window.", "Reload"],
  lost: ["The self-assessment does not open: files of the page are missing. What was saved is still on this computer.", "Reload"],
  later: ["Not updated yet: check the network, then reload the page to try again."],
  unsaved: ["Not updated, because your work is not saved on this computer yet. Export the file first."],
};

export var rescue: Catalogue["rescue"] = {
  contact: "Questions about the directive: the Party Committee's Propaganda Board (in charge by task 3). Questions about this page: the administrator of the site where you opened it.",
  safe: "The directive can still be read below. What was saved is still on this computer.",
  kept: "What was saved is still on this computer.",
  reload: "Reload",
  drafts: "Drafts on this computer",
  none: "No draft was found on this computer.",
  refused: "The browser does not let the drafts be seen.",
  details: "For whoever supports you",
  check: "Self-check",
};

export var causes: Catalogue["causes"] = {
  looking: [
    "The self-assessment does not open",
    "Looking for the cause…",
  ],
  stopped: [
    "The page has stopped because of an error",
    "Reload the page to go on. If the error comes again, download the drafts and send them with the line below to whoever supports you.",
  ],
  old: [
    "This browser is too old",
    "Open the page with Chrome or Edge 109, Firefox 115 or Safari 16, or later. (The first two run on Windows 7.)",
  ],
  off: [
    "WebAssembly is switched off in this browser",
    "The self-assessment needs WebAssembly. Turn off the restricted mode (Lockdown, enhanced security, a policy) for this page, or use another browser.",
  ],
  csp: [
    "The site blocks this page's program",
    "Its administrator has to add 'wasm-unsafe-eval' to script-src of the Content-Security-Policy. You did nothing wrong; send them the line below.",
  ],
  memory: [
    "The computer has run out of memory",
    "Close other windows and programs, then reload the page.",
  ],
  missing: [
    "The server lacks a file of this page",
    "There is no {file}. Ask the administrator to copy all files of the page again.",
  ],
  server: [
    "The server has an error",
    "The server could not send {file}. Try again in some minutes; if that does not help, tell the administrator.",
  ],
  html: [
    "The network sent another page in the place of a file",
    "Instead of {file} came a web page, often the network's log-in or an error page. Log in to the network, then reload.",
  ],
  mime: [
    "The server sends a wrong type of file",
    "{file} has to be sent as text/javascript. Ask the administrator to correct the server's configuration.",
  ],
  truncated: [
    "A file came only in part",
    "{file} was cut off, often because of a weak network. Reload the page.",
  ],
  damaged: [
    "A file of the page was changed",
    "{file} is not what was released, so the page does not run it. Reload; if that does not help, tell the administrator.",
  ],
  mixed: [
    "Two versions of the page are mixed",
    "A cache still holds a file of an earlier version. Press Reload: the page will fetch every file anew.",
  ],
  fixed: [
    "This page still names an earlier release of the self-assessment",
    "The server has a new release, and the tag in this page has the digest (integrity) of an earlier one, so the new one is not used. The site's administrator has to put in the new tag, from nhung.html of the new release. You did nothing wrong; send them the line below.",
  ],
  blocked: [
    "A file was blocked on its way",
    "{file} could not be loaded although there is a network. An extension, an antivirus program or a firewall may have blocked it. Pause it for this page, or use another browser.",
  ],
  refused: [
    "What this computer keeps of the page is incomplete or was changed",
    "{file}, as kept on this computer, is not what was released, so it is not used, and there is no network to load it again. Connect to the network, then press Reload.",
  ],
  offline: [
    "This computer has no network",
    "The page was not yet kept on this computer in whole. Connect to the network, then reload.",
  ],
  slow: [
    "The page takes longer than usual",
    "The network may be slow. You can wait: the self-assessment opens by itself once it is loaded. If it takes too long, reload.",
  ],
};

export var guide: Catalogue["guide"] = {
  other: "Tiếng Việt",
  back: "← Back to the self-assessment",
  title: "Put it into a portal",
  intro: "For webmasters: choose how, then copy each part below. All of it is made in this browser; nothing is sent.",
  surface: "How it is put in",
  element: "Element.",
  elementHint: "One tag in a page of the portal; as high as its content, in the portal's own look. Recommended.",
  frame: "Frame.",
  frameHint: "An iframe; the portal runs none of the product's code in its own page.",
  page: "Page.",
  pageHint: "A page of its own, to which the portal links.",
  product: "Address of the product's folder",
  portal: "Address of the portal's page that will hold it",
  server: "Web server",
  digest: "With a digest (SRI): the browser refuses every file that is not of this release. An update then changes the tag, so put each version into a folder of its own.",
  problem: "Please write the whole address, beginning with https://",
  copyFiles: "Copy the files",
  copyFilesText: "Copy the whole folder dist/ to {folder}. Check it with this command, in that folder:",
  productServer: "Configure where the files are",
  nginx: "Put this into the site's server block, the one with the root line. Lines with add_header outside of it do not hold inside: repeat here what you need, such as Strict-Transport-Security.",
  apache: "Put this into the site's <VirtualHost>. It needs mod_headers; on Debian, switch it on with: a2enmod headers",
  htaccess: "A file called .htaccess in that folder, for when you cannot change the server's configuration. The server must allow it (AllowOverride FileInfo); without mod_headers the policy is not sent, and the product works all the same.",
  iis: "A file called web.config in that folder. To have .wasm compressed too, the server's administrator runs the command in the comment once. It is valid by the schema of IIS, but was never tried on a real IIS server.",
  caddy: "Put this into the site's block. If the files are in another folder, change the root line.",
  portalPolicy: "Security policy of the portal's page",
  portalPolicyText: "Add these sources to the header Content-Security-Policy that the portal's page sends. If it sends none, there is nothing to do.",
  portalTypes: "If the portal's page uses Trusted Types, add the last line too.",
  tag: "Tag for the portal's page",
  link: "Link for the portal",
  copy: "Copy",
  copied: "Copied: {what}.",
  notCopied: "The browser does not allow copying: select the text and copy it by hand.",
  frameTitle: "Self-assessment against directive 1022-CV/TU",
};
