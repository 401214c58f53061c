// One phone: a person in one chat, with its head, its messages and where they write.

import { avatar, el, iconButton, showMenu, sign } from "./dom.js";
import { Composer, bar } from "./composer.js";
import { inShort } from "./message.js";
import { Thread } from "./thread.js";

const TYPING = 4000;

/**
 * A phone for a private chat (`chatId` is the person's own id) or for the group, as one of its members.
 * `app` carries out acts: {world, act, tap, open, pick, back, unfold}.
 */
export class Phone {
  #typing = null;
  #shownBar = null;

  constructor({ chatId, group, person, app }) {
    Object.assign(this, { chatId, group, person, app, folded: false });
    const title = `phone-${group ? "group" : chatId}`;
    this.face = el("span", { class: "face" });
    this.title = el("h2", { id: title, class: "phone-title", tabindex: -1 });
    this.about = el("p", { class: "phone-about" });
    this.badge = el("span", { class: "badge", hidden: true });
    this.back = iconButton("back", "Terug naar alle chats", () => app.back(), "back");
    this.more = iconButton("more", "Menu", () => showMenu(this.more, this.#menu()));
    this.more.setAttribute("aria-haspopup", "menu");
    this.more.setAttribute("aria-expanded", "false");
    this.unfold = el("button", { type: "button", class: "unfold", on: { click: () => app.unfold(this) } });
    this.thread = new Thread({ label: "Berichten", does: this.#does(), atEnd: () => app.seen(this) });
    this.composer = new Composer({ id: `${title}-field`, send: (name, facts) => this.act(name, facts) });
    this.foot = el("div", { class: "foot" }, this.composer.node);
    this.node = el(
      "section",
      { class: `phone ${group ? "group" : "private"}`, "aria-labelledby": title, data: { kind: group ? "group" : "private" } },
      el("header", { class: "phone-head" }, this.back, this.face, el("div", { class: "phone-name" }, this.title, this.about), this.badge, this.more, this.unfold),
      this.thread.node,
      this.foot,
    );
    this.node.addEventListener("pointerdown", () => group || this.folded || app.pick(this.person, { quiet: true }));
  }

  get chat() {
    return this.app.world.chats.get(this.chatId);
  }

  /** Whether this person can write here, as the server sees it. */
  get open() {
    const user = this.app.world.user(this.person);
    if (!this.group) return Boolean(user?.started && !user.blocked && this.chat);
    return Boolean(this.chat?.members.includes(this.person));
  }

  /** Whether the newest message is in sight. */
  get reading() {
    return !this.node.hidden && !this.folded && this.node.isConnected && this.thread.reading;
  }

  /** Carries out one act of this person here; true when it worked. */
  act(name, facts = {}) {
    this.app.pick(this.person, { quiet: true });
    return this.app.act(name, { user: this.person, chat: this.chatId, ...facts });
  }

  /** Draws the phone anew; `fresh` holds the numbers of messages that just came. */
  show({ person = this.person, chatId = this.chatId, fresh = new Set() } = {}) {
    Object.assign(this, { person, chatId });
    const { world } = this.app;
    const user = world.user(person);
    if (!user) return;
    Object.assign(this.node.dataset, { person, chat: chatId });
    this.node.classList.toggle("folded", this.folded);
    this.#head(user);
    const messages = world.list(chatId);
    this.thread.show(messages, { person, group: this.group, world, fresh });
    this.thread.empty.hidden = messages.length > 0;
    this.thread.empty.textContent = this.group ? "Nog geen berichten." : `${user.first_name} kent Praatmaat nog niet. Tik in de groep op Doe mee.`;
    this.#foot(user);
  }

  /** The bot is typing here. */
  typing() {
    clearTimeout(this.#typing);
    this.about.textContent = "Praatmaat typt …";
    this.#typing = setTimeout(() => this.#subtitle(), TYPING);
  }

  /** How many messages wait unseen. */
  news(count) {
    this.badge.hidden = count === 0;
    this.badge.replaceChildren(String(count), el("span", { class: "sr" }, " nieuw"));
    this.node.classList.toggle("news", count > 0);
    const last = this.app.world.list(this.chatId).at(-1);
    if (this.folded) this.about.textContent = last ? inShort(last) : "Nog geen berichten";
    this.unfold.setAttribute("aria-label", `Open ${this.title.textContent}${count ? `, ${count} nieuw` : ""}`);
  }

  #head(user) {
    const { world } = this.app;
    this.title.textContent = this.group ? (this.chat?.title ?? "Groep") : user.first_name;
    const face = this.group ? sign("group") : avatar(user.first_name, world.colour(user.id));
    if (this.face.dataset.of !== String(this.group || user.id)) {
      this.face.dataset.of = String(this.group || user.id);
      this.face.replaceChildren(face);
    }
    this.more.setAttribute("aria-label", `Menu van ${this.group ? "de groep" : user.first_name}`);
    if (this.#typing === null) this.#subtitle();
  }

  #subtitle() {
    this.#typing = null;
    if (this.folded) return;
    const name = this.app.world.name(this.person);
    const people = this.chat?.members.length ?? 0;
    this.about.textContent = this.group ? `je bent ${name} · ${people} ${people === 1 ? "mens" : "mensen"}` : "alleen met Praatmaat";
  }

  #foot(user) {
    const wanted = this.#bar(user);
    const sign = wanted ? wanted.slice(0, 2).join("|") : "";
    if (sign !== this.#shownBar) {
      const had = this.foot.contains(document.activeElement) && this.#shownBar !== null;
      this.#shownBar = sign;
      this.foot.replaceChildren(wanted ? bar(...wanted) : this.composer.node);
      if (had) (this.foot.querySelector("textarea, button") ?? this.title).focus({ preventScroll: true });
    }
    const { world } = this.app;
    this.composer.show({
      person: this.person,
      name: user.first_name,
      placeholder: world.placeholder(this.chatId),
      keyboard: world.keyboard(this.chatId),
    });
  }

  #bar(user) {
    const { app } = this;
    const me = { user: user.id };
    if (!this.group && !user.started) return ["", "Start", () => app.act("start", me, { whole: true })];
    if (!this.group && user.blocked) return ["Praatmaat is geblokkeerd.", "Deblokkeren", () => app.act("unblock", me, { whole: true })];
    if (this.group && !this.open) {
      const by = this.chat?.members[0];
      const add = () => app.act("add", { chat: this.chatId, ...me, by }, { whole: true });
      return [`${user.first_name} zit niet in deze groep.`, by ? `${user.first_name} toevoegen` : null, add];
    }
    return null;
  }

  #menu() {
    const { app, chat } = this;
    const user = app.world.user(this.person);
    const whole = { whole: true };
    if (!this.group) {
      return user.blocked
        ? [{ label: "Praatmaat deblokkeren", act: () => app.act("unblock", { user: user.id }, whole) }]
        : user.started
          ? [{ label: "Praatmaat blokkeren", danger: true, act: () => app.act("block", { user: user.id }, whole) }]
          : [{ label: "Start", act: () => app.act("start", { user: user.id }, whole) }];
    }
    const items = app.world.groups().filter((other) => other.id !== chat?.id)
      .map((other) => ({ label: `Naar groep “${other.title}”`, act: () => app.chooseGroup(other.id) }));
    if (!chat || !this.open) return [...items, { label: "Nieuwe groep", act: () => app.newGroup() }];
    const facts = { chat: chat.id, by: user.id };
    items.push(
      chat.bot_in
        ? { label: "Praatmaat uit de groep halen", danger: true, act: () => app.act("kick_bot", facts, whole) }
        : { label: "Praatmaat in de groep zetten", act: () => app.act("add_bot", facts, whole) },
      { label: `Groep verlaten als ${user.first_name}`, danger: true, act: () => app.act("remove", { chat: chat.id, user: user.id }, whole) },
    );
    return items;
  }

  #does() {
    return {
      tap: (...press) => this.app.tap(this, ...press),
      reply: (message) => this.open && this.composer.reply(message),
      edit: (message) => this.open && this.composer.edit(message),
      goTo: (id) => this.thread.goTo(id),
      isBotLink: (url) => this.app.world.isBotLink(url),
      open: (url) => this.app.open(this, url),
      command: (text) => this.act("send", { text }),
    };
  }
}

/** A row in the list of chats, for a small screen. */
export function chatRow({ face, title, last, count, open, kind, chatId }) {
  const said = last ? inShort(last) : "Nog geen berichten";
  return el(
    "li",
    {},
    el(
      "button",
      { type: "button", class: `chat-row${count ? " news" : ""}`, data: { kind, chat: chatId }, on: { click: open } },
      face,
      el("span", { class: "chat-text" }, el("b", {}, title), el("span", { class: "excerpt" }, said)),
      count ? el("span", { class: "badge" }, String(count), el("span", { class: "sr" }, " nieuw")) : null,
    ),
  );
}
