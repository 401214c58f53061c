// Where one person writes: text, answer to, own text anew, voice note, photo and the big reply buttons.

import { el, iconButton } from "./dom.js";
import { drawing } from "./drawing.js";
import { inShort } from "./message.js";

const SECONDS = [7, 12, 5, 19];

/** The field below a thread; `send(name, facts)` carries an act out and says whether it worked. */
export class Composer {
  #mode = null;
  #drafts = new Map();
  #notes = 0;
  #person = null;
  #keys = "";

  constructor({ id, send }) {
    this.send = send;
    this.field = el("textarea", { id, rows: 1, maxlength: 9000, enterkeyhint: "send", autocomplete: "off" });
    this.label = el("label", { class: "sr", for: id });
    this.submit = iconButton("send", "Verstuur", () => this.#submit(), "send");
    this.voice = iconButton("mic", "Stuur een spraakbericht (nagedaan)", () => this.#voice());
    this.photo = iconButton("photo", "Stuur een foto (nagedaan)", () => this.#photo());
    this.about = el("div", { class: "about", hidden: true });
    this.keys = el("div", { class: "reply-keys", role: "group", "aria-label": "Antwoorden om uit te kiezen", hidden: true });
    this.node = el(
      "div",
      { class: "composer" },
      this.about,
      el("div", { class: "write" }, this.photo, this.label, this.field, this.voice, this.submit),
      this.keys,
    );
    this.field.addEventListener("input", () => this.#grow());
    this.field.addEventListener("keydown", (event) => this.#typed(event));
    this.#grow();
  }

  /** Who writes here now, and with what hint in the empty field. */
  show({ person, name, placeholder, keyboard }) {
    if (this.#person !== person) {
      this.#drafts.set(this.#person, this.field.value);
      this.#person = person;
      this.#mode = null;
      this.#showMode();
      this.field.value = this.#drafts.get(person) ?? "";
      this.#grow();
    }
    this.label.textContent = `Bericht als ${name}`;
    this.field.placeholder = placeholder || `Bericht als ${name}`;
    this.#showKeys(keyboard);
  }

  /** The next text answers this message. */
  reply(message) {
    this.#begin({ kind: "reply", message }, this.field.value);
  }

  /** The next text replaces this own message. */
  edit(message) {
    this.#begin({ kind: "edit", message }, message.text ?? "");
  }

  #begin(mode, text) {
    this.#mode = mode;
    this.field.value = text;
    this.#showMode();
    this.#grow();
    this.field.focus();
  }

  #stop() {
    if (this.#mode?.kind === "edit") this.field.value = "";
    this.#mode = null;
    this.#showMode();
    this.#grow();
    this.field.focus();
  }

  #showMode() {
    this.about.hidden = !this.#mode;
    if (!this.#mode) return;
    const { kind, message } = this.#mode;
    const title = kind === "edit" ? "Bericht aanpassen" : `Antwoord op ${message.from.first_name}`;
    this.about.replaceChildren(
      el("p", { class: "about-text" }, el("b", {}, title), el("span", { class: "excerpt" }, inShort(message))),
      iconButton("close", kind === "edit" ? "Niet aanpassen" : "Niet antwoorden", () => this.#stop()),
    );
  }

  #showKeys(keyboard) {
    const rows = keyboard?.rows ?? [];
    const now = JSON.stringify([rows, this.#person]);
    if (now === this.#keys) return;
    this.#keys = now;
    const had = this.keys.contains(document.activeElement);
    const press = (label) => this.send("send", { text: label, ...this.#answering() });
    this.keys.hidden = rows.length === 0;
    this.keys.replaceChildren(
      ...rows.map((row) =>
        el("div", { class: "row" }, ...row.map((label) =>
          el("button", { type: "button", class: "reply-key", data: { button: label }, on: { click: () => press(label) } }, label)))),
    );
    // The keys someone just pressed may be gone; their place in the page must not be lost.
    if (had) (this.keys.querySelector("button") ?? this.field).focus({ preventScroll: true });
  }

  #answering() {
    const reply = this.#mode?.kind === "reply" ? { reply_to: this.#mode.message.message_id } : {};
    if (this.#mode?.kind === "reply") {
      this.#mode = null;
      this.#showMode();
    }
    return reply;
  }

  async #submit() {
    const text = this.field.value.trim();
    this.field.focus();
    if (!text) return;
    const mode = this.#mode;
    this.field.value = "";
    const done = mode?.kind === "edit"
      ? this.send("edit", { message_id: mode.message.message_id, text })
      : this.send("send", { text, ...this.#answering() });
    this.#mode = null;
    this.#showMode();
    this.#grow();
    if (!(await done) && !this.field.value) {
      this.field.value = text;
      this.#grow();
    }
  }

  #voice() {
    this.send("voice", { seconds: SECONDS[this.#notes++ % SECONDS.length], ...this.#answering() });
  }

  #photo() {
    const caption = this.field.value.trim();
    this.field.value = "";
    this.#grow();
    this.send("photo", { content: drawing(this.#notes++), caption, ...this.#answering() });
  }

  #typed(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === "Escape" && this.#mode) {
      event.preventDefault();
      this.#stop();
    }
  }

  #grow() {
    const writing = this.field.value.trim() !== "" || this.#mode?.kind === "edit";
    this.submit.hidden = !writing;
    this.voice.hidden = writing;
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 132)}px`;
  }
}

/** A bar in place of the field when nothing can be written here. */
export function bar(text, label, act) {
  return el("div", { class: "bar" }, text ? el("p", {}, text) : null, label ? el("button", { type: "button", class: "primary wide", on: { click: act } }, label) : null);
}
