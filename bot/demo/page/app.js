// The page: puts phones side by side or one at a time, and carries out what people do on them.

import { sign } from "./dom.js";
import { ClockBar } from "./clock.js";
import { alertBox, announce, toast } from "./notices.js";
import { inShort } from "./message.js";
import { People } from "./people.js";
import { Phone, chatRow } from "./phone.js";
import { NotPossible, listen } from "./server.js";
import { World } from "./world.js";

const PHONE_AT_LEAST = 440; // px: a phone lower than this gets folded
const HEAD = 76; // px: a folded phone with the gap below it
/** From this width on: how many columns, and in which one the group stands. */
const LAYOUTS = [[1680, 4, 1], [1080, 3, 1], [700, 2, 0], [0, 1, 0]];

const byId = (id) => document.getElementById(id);
const stage = byId("stage");
const welcome = byId("welcome");

class App {
  world = new World();
  me = null;
  groupId = null;
  /** On a small screen: "list", or the kind of chat that is open. */
  screen = "list";
  #phones = new Map(); // "group" or a person's id
  #touched = []; // phones, the latest used first
  #columns = [];
  #layout = null;

  constructor() {
    this.people = new People(this.world, { choose: (id) => this.pick(id), come: (facts) => this.newcomer(facts) });
    this.clock = new ClockBar(this.world, (message) => this.#where(message.chat_id));
    this.world.addEventListener("change", ({ detail }) => this.#changed(detail));
    this.world.addEventListener("typing", ({ detail }) => this.#phoneOf(detail)?.typing());
    byId("welcome-close").addEventListener("click", () => this.#welcome(false));
    byId("help").addEventListener("click", () => this.#welcome(welcome.hidden));
    welcome.addEventListener("keydown", (event) => event.key === "Escape" && this.#welcome(false));
    new ResizeObserver(() => this.#arrange()).observe(stage);
    addEventListener("resize", () => this.#arrange());
    listen({
      heard: (event) => this.world.heard(event),
      line: (up) => {
        byId("offline").textContent = up ? "" : "De verbinding is weg. Ik probeer het opnieuw …";
        if (up) this.world.refresh();
      },
      look: () => this.world.refresh(),
    });
    this.world.refresh();
  }

  // -- what people do ------------------------------------------------------------------------------------

  /** Does one act; a reason why not is shown. True when it worked. */
  async act(name, body, options) {
    try {
      return await this.world.act(name, body, options);
    } catch (error) {
      toast(error instanceof NotPossible ? `Dat kan nu niet. (${error.message})` : "Dat lukte niet. Is de demo nog aan?");
      return null;
    }
  }

  /** Presses a button under a message and shows the bot's answer. */
  async tap(phone, message, button, row, col, key) {
    if (button.copy !== undefined && button.copy !== null) return this.#copy(button.copy);
    if (key.getAttribute("aria-busy") === "true") return;
    key.setAttribute("aria-busy", "true");
    const { message_id } = message;
    const answer = await phone.act("tap", { message_id, row, col });
    key.removeAttribute("aria-busy");
    const { text = null, show_alert = false } = answer?.answer ?? {};
    const url = answer?.url ?? answer?.answer?.url;
    if (text && show_alert) {
      if (await alertBox(text)) (phone.thread.button(message_id, button.text) ?? phone.title).focus({ preventScroll: true });
    } else if (text) toast(text);
    if (url) await this.open(phone, url);
  }

  /** Follows a link to the bot, and goes to the chat where it ends. */
  async open(phone, url) {
    const chat = phone.group ? { chat: phone.chatId } : {};
    const answer = await this.act("open", { user: phone.person, url, ...chat }, { whole: true });
    if (!answer) return;
    this.pick(phone.person, { quiet: true });
    this.screen = answer.chat === phone.person ? "private" : "group";
    this.#show();
    const reached = this.#phoneOf(answer.chat);
    if (!reached) return;
    this.unfold(reached);
    reached.thread.toEnd();
    reached.title.focus({ preventScroll: true });
  }

  /** Become this person; `quiet` leaves what is on the screen where it is. */
  pick(id, { quiet = false } = {}) {
    if (!quiet) this.#use(this.#phones.get(id));
    if (this.me === id && quiet) return;
    this.me = id;
    this.#use(this.#phones.get(id));
    this.#show();
  }

  /** Opens a folded phone (another one in its column folds). */
  unfold(phone) {
    const held = document.activeElement === phone.unfold;
    this.#use(phone);
    if (!phone.group && this.me !== phone.person) this.pick(phone.person);
    else this.#show();
    if (held) phone.title.focus({ preventScroll: true });
  }

  /** To the list of chats, on a small screen. */
  back() {
    this.screen = "list";
    this.#show();
    byId("chats-title").focus({ preventScroll: true });
  }

  /** The reader got to the newest message here. */
  seen(phone) {
    if (phone.reading && this.world.see(phone.chatId)) this.#counts();
  }

  chooseGroup(id) {
    this.groupId = id;
    this.#show();
  }

  async newGroup() {
    const made = await this.act("groups", { title: "Nieuwe groep", owner: this.me }, { whole: true });
    if (!made) return;
    for (const user of this.world.users) {
      if (user.id !== this.me) await this.act("add", { chat: made.id, user: user.id, by: this.me }, { whole: true });
    }
    await this.act("add_bot", { chat: made.id, by: this.me }, { whole: true });
    this.chooseGroup(made.id);
  }

  async newcomer({ first_name, hint, join }) {
    const made = await this.act("users", { first_name }, { whole: true });
    if (!made) return;
    this.world.setHint(made.id, hint);
    const group = this.world.chats.get(this.groupId);
    if (join && group?.members.length) await this.act("add", { chat: group.id, user: made.id, by: group.members[0] }, { whole: true });
    this.pick(made.id);
    announce(`Je bent nu ${first_name}.`);
  }

  async #copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      toast("Gekopieerd.");
    } catch {
      toast(text);
    }
  }

  // -- what comes ----------------------------------------------------------------------------------------

  #changed({ whole, chats, arrived }) {
    const { world } = this;
    this.me ??= world.users[0]?.id ?? null;
    if (!world.groups().some((chat) => chat.id === this.groupId)) this.groupId = world.groups().at(-1)?.id ?? null;
    const fresh = new Set(arrived.map((message) => `${message.chat_id}:${message.message_id}`));
    if (whole) this.#show(fresh);
    else {
      for (const phone of this.#phones.values()) if (chats.has(phone.chatId)) this.#draw(phone, fresh);
      this.#counts();
    }
    const others = arrived.filter((message) => message.from.id !== this.me && message.kind !== "service");
    if (others.length && !this.clock.arrived(others)) {
      for (const message of others) announce(`${message.from.first_name}, ${this.#where(message.chat_id)}: ${inShort(message, 300)}`);
    }
  }

  #where(chatId) {
    const chat = this.world.chats.get(chatId);
    return chat?.type === "private" ? `voor ${this.world.name(chatId)}` : "in de groep";
  }

  // -- the screen ----------------------------------------------------------------------------------------

  #phoneOf(chatId) {
    return [...this.#phones.values()].find((phone) => phone.chatId === chatId);
  }

  #use(phone) {
    if (phone) this.#touched = [phone, ...this.#touched.filter((other) => other !== phone)];
  }

  #show(fresh) {
    const { world } = this;
    if (this.me === null) return;
    if (this.groupId !== null && !this.#phones.has("group")) {
      this.#phones.set("group", new Phone({ chatId: this.groupId, group: true, person: this.me, app: this }));
    }
    for (const { id } of world.users) {
      if (!this.#phones.has(id)) this.#phones.set(id, new Phone({ chatId: id, group: false, person: id, app: this }));
    }
    this.#arrange(true);
    for (const phone of this.#phones.values()) this.#draw(phone, fresh);
    this.#counts();
  }

  #draw(phone, fresh = new Set()) {
    const mine = [...fresh].filter((key) => key.startsWith(`${phone.chatId}:`)).map((key) => Number(key.split(":")[1]));
    const turned = phone.group ? { person: this.me, chatId: this.groupId } : {};
    phone.show({ ...turned, fresh: new Set(mine) });
    phone.node.classList.toggle("mine", phone.person === this.me && !phone.group);
  }

  #counts() {
    const { world } = this;
    for (const phone of this.#phones.values()) {
      if (phone.reading) world.see(phone.chatId);
      phone.news(world.unread(phone.chatId));
    }
    this.people.show(this.me, (user) => world.unread(user.id));
    this.#list();
  }

  #list() {
    const { world } = this;
    if (byId("chats").hidden) return;
    const row = (kind, phone, face, title) => chatRow({
      kind, face, title,
      chatId: phone.chatId,
      last: world.list(phone.chatId).at(-1),
      count: world.unread(phone.chatId),
      open: () => {
        this.screen = kind;
        this.#show();
        phone.thread.toEnd();
        phone.title.focus({ preventScroll: true });
      },
    });
    const held = document.activeElement?.closest("#chat-list [data-kind]")?.dataset.kind;
    const group = this.#phones.get("group");
    const mine = this.#phones.get(this.me);
    byId("chats-title").textContent = `Telefoon van ${world.name(this.me)}`;
    byId("chat-list").replaceChildren(
      ...[group && row("group", group, sign("group"), group.chat?.title ?? "Groep"), mine && row("private", mine, sign("logo"), world.bot.first_name)].filter(Boolean),
    );
    if (held) byId("chat-list").querySelector(`[data-kind="${held}"]`)?.focus({ preventScroll: true });
  }

  /** Chooses columns by width, puts each phone in one, and folds what does not fit. */
  #arrange(force = false) {
    const [, count, middle] = LAYOUTS.find(([from]) => innerWidth >= from);
    const small = count === 1;
    document.body.classList.toggle("small", small);
    if (this.#layout !== count) {
      this.#layout = count;
      this.#columns = Array.from({ length: count }, () => Object.assign(document.createElement("div"), { className: "column" }));
      stage.replaceChildren(...this.#columns);
      // Reading order follows what is seen: people stand above the phones, or below a single one.
      const people = byId("people");
      if (small) byId("main").after(people);
      else byId("main").before(people);
    }
    const listed = small && this.screen === "list";
    byId("chats").hidden = !listed;
    stage.hidden = listed;
    welcome.classList.toggle("away", small && !listed);
    const free = this.#columns.map((_, i) => i).filter((i) => small || i !== middle || count === 1);
    let turn = 0;
    for (const [key, phone] of this.#phones) {
      const column = this.#columns[key === "group" ? middle : free[turn++ % free.length]];
      if (phone.node.parentElement !== column) column.append(phone.node);
      phone.node.hidden = small && phone !== this.#phones.get(this.screen === "group" ? "group" : this.me);
    }
    for (const column of this.#columns) this.#fold(column, small);
    if (!force) for (const phone of this.#phones.values()) this.#draw(phone);
    if (!force) this.#counts();
  }

  #fold(column, small) {
    const here = [...this.#phones.values()].filter((phone) => phone.node.parentElement === column);
    const height = column.clientHeight;
    let room = small ? here.length : 1;
    while (room < here.length && (room + 1) * PHONE_AT_LEAST + (here.length - room - 1) * HEAD <= height) room++;
    const rank = (phone) => (this.#touched.includes(phone) ? this.#touched.indexOf(phone) : this.#touched.length + here.indexOf(phone));
    const open = new Set([...here].sort((a, b) => rank(a) - rank(b)).slice(0, room));
    for (const phone of here) phone.folded = !open.has(phone);
  }

  #welcome(open) {
    const inside = welcome.contains(document.activeElement);
    welcome.hidden = !open;
    byId("help").setAttribute("aria-expanded", String(open));
    if (open && document.body.classList.contains("small")) {
      this.screen = "list";
      this.#show();
    }
    if (open || inside) (open ? byId("welcome-close") : byId("help")).focus();
  }
}

new App();
