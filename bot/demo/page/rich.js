// Turns the server's HTML of a message into nodes, letting only known tags through.

import { el } from "./dom.js";

const PLAIN = new Set(["B", "I", "U", "S", "CODE", "PRE", "BLOCKQUOTE"]);

/**
 * Nodes for one message. The HTML is parsed in an inert document (no scripts run, nothing loads) and
 * built anew from a short list of tags; of everything else only the text stays.
 * `hooks`: isBotLink(url), open(url), command(text).
 */
export function rich(html, hooks) {
  const out = document.createDocumentFragment();
  copy(new DOMParser().parseFromString(`<body>${html}`, "text/html").body, out, hooks);
  return out;
}

function copy(from, to, hooks) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.append(node.data);
    else if (node.nodeType === Node.ELEMENT_NODE) {
      const made = element(node, hooks);
      if (made) {
        copy(node, made, hooks);
        to.append(made);
      } else if (!["SCRIPT", "STYLE"].includes(node.tagName)) copy(node, to, hooks);
    }
  }
}

function element(node, hooks) {
  if (PLAIN.has(node.tagName)) return el(node.tagName.toLowerCase());
  if (node.tagName === "A") return link(node.getAttribute("href") ?? "", hooks);
  if (node.tagName !== "SPAN") return null;
  if (node.className === "command") {
    return el("button", { type: "button", class: "in-text", on: { click: () => hooks.command(node.textContent) } });
  }
  if (node.className === "mention") return el("span", { class: "mention" });
  return node.className === "spoiler" ? spoiler() : null;
}

function link(href, hooks) {
  if (hooks.isBotLink(href)) {
    return el("button", { type: "button", class: "in-text", on: { click: () => hooks.open(href) } });
  }
  return /^https?:\/\//.test(href) ? el("a", { href, target: "_blank", rel: "noopener noreferrer" }) : null;
}

function spoiler() {
  const show = (event) => event.currentTarget.classList.add("shown");
  return el("button", { type: "button", class: "spoiler", on: { click: show } });
}
