// What the page knows: people, chats, messages and what was seen; kept equal to the server.

import { act, get } from "./server.js";

const TOGETHER = 25; // ms: changes that come at once are fetched at once
const COLOURS = 6;
/** Who the people of the demo are, as long as the server does not say so itself. */
const HINTS = { Anna: "ouder", Sam: "leerling", "Meester Joost": "mentor", Joost: "mentor", Noor: "jeugdhulp" };

/** Tells `change` ({whole, chats, arrived}), `typing` (chat id) and `clock` after each of them. */
export class World extends EventTarget {
  bot = { id: 0, username: "", first_name: "Praatmaat" };
  clock = { now: "1970-01-01T00:00:00+00:00", at: 0 };
  users = [];
  chats = new Map();
  /** Per chat its messages by number, oldest first; deleted ones are left out. */
  messages = new Map();
  /** Per chat the last number that was on a screen. */
  seen = new Map();
  #hints = new Map();
  #dirty = new Map();
  #whole = false;
  #work = null;
  #loaded = false;

  user(id) {
    return this.users.find((user) => user.id === id);
  }

  /** The name to show for someone, also for who is no longer there. */
  name(id) {
    return id === this.bot.id ? this.bot.first_name : (this.user(id)?.first_name ?? "iemand");
  }

  /** One or two words on who this is, or "". */
  hint(user) {
    return user.hint ?? this.#hints.get(user.id) ?? HINTS[user.first_name] ?? "";
  }

  setHint(id, hint) {
    if (hint) this.#hints.set(id, hint);
  }

  /** The number of someone's colour. */
  colour(id) {
    return Math.max(0, this.users.findIndex((user) => user.id === id)) % COLOURS;
  }

  /** Groups that live, newest last. */
  groups() {
    return [...this.chats.values()].filter((chat) => chat.type !== "private" && !chat.migrated_to);
  }

  list(chatId) {
    return [...(this.messages.get(chatId)?.values() ?? [])];
  }

  unread(chatId) {
    const seen = this.seen.get(chatId) ?? 0;
    return this.list(chatId).filter((message) => message.message_id > seen && message.kind !== "service").length;
  }

  /** Everything in the chat has been on a screen; true when that is news. */
  see(chatId) {
    const last = Math.max(0, ...(this.messages.get(chatId)?.keys() ?? []));
    if (last <= (this.seen.get(chatId) ?? 0)) return false;
    this.seen.set(chatId, last);
    return true;
  }

  /** The reply keyboard on the screen now: {rows, message} or null. */
  keyboard(chatId) {
    const pressed = new Set();
    for (const message of this.list(chatId).reverse()) {
      if (Array.isArray(message.reply_keyboard)) {
        const used = message.one_time && message.reply_keyboard.flat().some((label) => pressed.has(label));
        return used ? null : { rows: message.reply_keyboard, message };
      }
      if (message.reply_keyboard === "remove" || (message.placeholder !== null && message.from.is_bot)) return null;
      if (!message.from.is_bot) pressed.add(message.text);
    }
    return null;
  }

  /** What the bot wants to stand in the empty field, or "". */
  placeholder(chatId) {
    const last = this.list(chatId).findLast((message) => message.reply_keyboard !== null || message.placeholder !== null);
    return last?.placeholder ?? "";
  }

  isBotLink(url) {
    try {
      const { protocol, host, pathname, searchParams } = new URL(url.includes("://") ? url : `https://${url}`);
      const name = protocol === "tg:" ? searchParams.get("domain") : ["t.me", "telegram.me"].includes(host) ? pathname.slice(1) : null;
      return name?.toLowerCase() === this.bot.username.toLowerCase();
    } catch {
      return false;
    }
  }

  /** The world's clock now, in milliseconds since 1970. */
  now() {
    return Date.parse(this.clock.now) + performance.now() - this.clock.at;
  }

  /** Does one act and fetches what came of it; raises NotPossible with the server's reason. */
  async act(name, body, { whole = false } = {}) {
    const answer = await act(name, body);
    if (name === "clock") this.#setClock(answer);
    if (whole) this.refresh();
    else if (body.chat) this.touch(body.chat);
    await this.#work;
    return answer;
  }

  /** Everything is fetched again. */
  refresh() {
    this.#whole = true;
    return this.#start();
  }

  /** The messages of a chat from this number on (or all that are new) are fetched again. */
  touch(chatId, from = Infinity) {
    this.#dirty.set(chatId, Math.min(from, this.#dirty.get(chatId) ?? Infinity));
    return this.#start();
  }

  /** One event of the server. */
  heard(event) {
    if (["message", "edit", "delete"].includes(event.type)) this.touch(event.chat_id, event.message_id);
    else if (event.type === "chat") this.refresh();
    else if (event.type === "clock") this.#readClock();
    else if (event.type === "typing") this.dispatchEvent(new CustomEvent("typing", { detail: event.chat_id }));
  }

  // One fetch at a time, so that an older answer never overwrites a newer one.
  #start() {
    this.#work ??= new Promise((resolve) => setTimeout(resolve, TOGETHER))
      .then(() => this.#fetchAll())
      .catch(() => {}) // without a line `listen` keeps looking
      .finally(() => {
        this.#work = null;
        if (this.#whole || this.#dirty.size) this.#start();
      });
    return this.#work;
  }

  async #fetchAll() {
    if (this.#whole) {
      this.#whole = false;
      this.#dirty.clear();
      return this.#takeState(await get("/demo/state"));
    }
    const wanted = [...this.#dirty];
    this.#dirty.clear();
    const change = { whole: false, chats: new Set(), arrived: [] };
    for (const [chatId, from] of wanted) {
      const known = Math.max(0, ...(this.messages.get(chatId)?.keys() ?? []));
      const after = Math.min(known, from - 1);
      const { chat, messages } = await get(`/demo/chat/${chatId}?after=${after}`);
      change.whole ||= !this.chats.has(chat.id);
      this.chats.set(chat.id, chat);
      this.#takeMessages(chat.id, messages, after, change);
    }
    this.#tell(change);
  }

  #takeState(state) {
    const change = { whole: true, chats: new Set(), arrived: [] };
    this.bot = state.bot;
    this.users = state.users;
    this.#setClock(state.clock);
    this.chats = new Map(state.chats.map((chat) => [chat.id, chat]));
    for (const chat of state.chats) this.#takeMessages(chat.id, state.messages[chat.id] ?? [], 0, change);
    if (!this.#loaded) for (const id of this.chats.keys()) this.see(id);
    this.#loaded = true;
    this.#tell(change);
  }

  #takeMessages(chatId, messages, after, change) {
    const known = this.messages.get(chatId) ?? new Map();
    const kept = new Map([...known].filter(([id]) => id <= after));
    for (const message of messages) {
      if (message.deleted) continue;
      if (!known.has(message.message_id) && this.#loaded) change.arrived.push(message);
      kept.set(message.message_id, message);
    }
    this.messages.set(chatId, kept);
    change.chats.add(chatId);
  }

  #tell(change) {
    this.dispatchEvent(new CustomEvent("change", { detail: change }));
  }

  async #readClock() {
    // Only the state holds the clock; it is asked for anyway after a jump, since much may have come.
    await this.refresh();
  }

  #setClock(clock) {
    this.clock = { ...clock, at: performance.now() };
    this.dispatchEvent(new Event("clock"));
  }
}
