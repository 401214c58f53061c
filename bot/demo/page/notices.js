// Short notices: a line that goes by itself, a box that waits for an OK, and words for a screen reader.

import { el, iconButton } from "./dom.js";

const STAYS = 7000;
const TOGETHER = 400;

const toasts = document.getElementById("toasts");
const announcer = document.getElementById("announcer");
const box = document.getElementById("alert");

/** A line at the top of the page that goes away by itself. */
export function toast(text) {
  const node = el("div", { class: "toast" }, el("p", {}, text));
  node.append(iconButton("close", "Sluit de melding", () => node.remove()));
  toasts.replaceChildren(node);
  setTimeout(() => node.remove(), STAYS);
}

/** A box with one button; resolves when it is closed, with whether the focus found no place to go back to. */
export async function alertBox(text) {
  document.getElementById("alert-text").textContent = text;
  box.showModal();
  await new Promise((resolve) => box.addEventListener("close", resolve, { once: true }));
  const { activeElement } = document;
  // The browser forgets a focus in a closed box only at the next frame.
  return activeElement === document.body || box.contains(activeElement);
}

let lines = [];
let timer = null;

/** Words for who listens to the page; several at once become one sentence. */
export function announce(line) {
  lines.push(line);
  clearTimeout(timer);
  timer = setTimeout(() => {
    announcer.textContent = lines.length > 3 ? `${lines.length} nieuwe berichten. Het laatste: ${lines.at(-1)}` : lines.join(" ");
    lines = [];
  }, TOGETHER);
}
