// The messages of one chat on one phone: kept in place when they change, walked with arrow keys.

import { el, iconButton } from "./dom.js";
import { day, dayLine, fill } from "./message.js";

const NEAR = 60; // px from the end that still counts as reading along
const FRESH = 2400; // ms that a new message is tinted

/** A list of messages; `atEnd()` is called when the reader gets to the newest one. */
export class Thread {
  #items = new Map();
  #days = new Map();
  #current = null;
  #follow = true;
  #top = 0;

  constructor({ label, does, atEnd }) {
    this.does = does;
    this.atEnd = atEnd;
    this.list = el("ol", { class: "messages", "aria-label": label });
    this.empty = el("div", { class: "nothing" });
    this.down = iconButton("down", "Naar de nieuwste berichten", () => this.toEnd(true), "to-end");
    this.down.hidden = true;
    this.scroller = el("div", { class: "scroller" }, this.empty, this.list);
    this.node = el("div", { class: "thread" }, this.scroller, this.down);
    this.list.addEventListener("keydown", (event) => this.#walk(event));
    this.list.addEventListener("focusin", (event) => this.#makeCurrent(event.target.closest("li.message")));
    this.scroller.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    new ResizeObserver(() => this.#follow && this.toEnd()).observe(this.scroller);
    new ResizeObserver(() => this.#follow && this.toEnd()).observe(this.list);
  }

  /** Shows these messages to this person; `fresh` holds the numbers of those that just came. */
  show(messages, { person, group, world, fresh = new Set() }) {
    const kept = new Set();
    const known = new Map(messages.map((message) => [message.message_id, message]));
    let before = null;
    let place = null;
    for (const message of messages) {
      const id = message.message_id;
      kept.add(id);
      if (!before || day(before) !== day(message)) place = this.#put(this.#dayOf(message), place);
      const own = message.from.id === person && message.kind !== "service";
      const answered = known.get(message.reply_to) ?? null;
      const first = !before || before.from.id !== message.from.id || before.kind === "service" || day(before) !== day(message);
      place = this.#put(this.#item(message, { own, first, group, answered, world, person }), place);
      if (fresh.has(id) && own) this.#follow = true;
      else if (fresh.has(id)) this.#tint(this.#items.get(id).li);
      before = message;
    }
    for (const [id, { li }] of this.#items) {
      if (kept.has(id)) continue;
      if (li.contains(document.activeElement)) (li.previousElementSibling ?? this.list).focus?.();
      li.remove();
      this.#items.delete(id);
    }
    const days = new Set(messages.map(day));
    for (const [name, li] of this.#days) if (!days.has(name)) (li.remove(), this.#days.delete(name));
    const inside = this.list.contains(document.activeElement);
    if (before && !inside) this.#makeCurrent(this.#items.get(before.message_id).li);
    if (this.#follow) this.toEnd();
  }

  /** Whether the newest message is on the screen. */
  get reading() {
    return this.#follow && this.scroller.offsetParent !== null;
  }

  /** Goes to the newest message. */
  toEnd(smooth = false) {
    this.#follow = true;
    this.down.hidden = true;
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth && !calm ? "smooth" : "instant" });
  }

  /** Goes to one message and puts the focus there. */
  goTo(id) {
    const item = this.#items.get(id);
    if (!item) return;
    this.#follow = false;
    item.li.scrollIntoView({ block: "center" });
    this.#makeCurrent(item.li);
    item.li.focus({ preventScroll: true });
    this.#tint(item.li);
  }

  /** The button with this label under a message, if it is still there. */
  button(id, label) {
    const buttons = this.#items.get(id)?.li.querySelectorAll("[data-button]") ?? [];
    return [...buttons].find((button) => button.dataset.button === label) ?? null;
  }

  /** The focus on the newest message. */
  focusEnd() {
    (this.#current ?? this.list).focus({ preventScroll: true });
  }

  #put(li, after) {
    const at = after ? after.nextElementSibling : this.list.firstElementChild;
    if (at !== li) this.list.insertBefore(li, at);
    return li;
  }

  #dayOf(message) {
    const name = day(message);
    if (!this.#days.has(name)) this.#days.set(name, dayLine(message));
    return this.#days.get(name);
  }

  #item(message, view) {
    const { world, person, answered, ...facts } = view;
    const sign = JSON.stringify([message, facts, person, answered && [answered.text, answered.from]]);
    const known = this.#items.get(message.message_id);
    if (known?.sign === sign) return known.li;
    const li = known?.li ?? el("li", { tabindex: -1, data: { messageId: message.message_id } });
    const held = li.contains(document.activeElement) && document.activeElement !== li ? document.activeElement.dataset.button : null;
    const fresh = li.classList.contains("fresh");
    fill(li, message, { ...view, colour: world.colour(message.from.id) + (message.from.is_bot ? 100 : 0) }, this.does);
    li.classList.toggle("fresh", fresh);
    this.#items.set(message.message_id, { li, sign });
    this.#reach(li, li === this.#current);
    if (held !== null) (this.button(message.message_id, held) ?? li).focus({ preventScroll: true });
    return li;
  }

  #tint(li) {
    li.classList.add("fresh");
    setTimeout(() => li.classList.remove("fresh"), FRESH);
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    if (clientHeight === 0) return;
    // Only who scrolls up stops following; a list that grows under the reader does not.
    const up = scrollTop < this.#top - 1;
    this.#top = scrollTop;
    const follow = scrollHeight - scrollTop - clientHeight < NEAR || (this.#follow && !up);
    if (follow === this.#follow) return;
    this.#follow = follow;
    this.down.hidden = follow;
    if (follow) this.atEnd();
  }

  // One message at a time is in the tab order, with its buttons; arrows choose which.
  #makeCurrent(li) {
    if (!li || li === this.#current) return;
    if (this.#current) this.#reach(this.#current, false);
    this.#current = li;
    this.#reach(li, true);
  }

  #reach(li, reachable) {
    li.tabIndex = reachable ? 0 : -1;
    for (const inner of li.querySelectorAll("button, a")) inner.tabIndex = reachable ? 0 : -1;
  }

  #walk(event) {
    const all = [...this.list.querySelectorAll("li.message")];
    const at = all.indexOf(event.target.closest("li.message"));
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = all[Math.min(Math.max(to, 0), all.length - 1)];
    this.#makeCurrent(next);
    next.focus();
  }
}
