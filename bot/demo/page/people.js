// Who you are now: one radio button per person, with their news, and a form for someone new.

import { avatar, el } from "./dom.js";

const list = document.getElementById("people-list");
const form = document.getElementById("newcomer-form");
const dialog = document.getElementById("newcomer");

/** Calls `choose(id)` when someone is picked, `come({first_name, hint, join})` for someone new. */
export class People {
  #items = new Map();

  constructor(world, { choose, come }) {
    this.world = world;
    this.choose = choose;
    document.getElementById("add-person").addEventListener("click", () => {
      form.reset();
      dialog.showModal();
      form.elements.first_name.focus();
    });
    document.getElementById("newcomer-cancel").addEventListener("click", () => dialog.close());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const [first_name, hint] = ["first_name", "hint"].map((name) => form.elements[name].value.trim());
      if (!first_name) return;
      dialog.close();
      come({ first_name, hint, join: form.elements.join.checked });
    });
  }

  /** Shows everyone; `unread(user)` gives how much waits for them. */
  show(me, unread) {
    for (const user of this.world.users) {
      if (!this.#items.has(user.id)) this.#add(user);
      const { radio, badge, about, node } = this.#items.get(user.id);
      radio.checked = user.id === me;
      const count = unread(user);
      node.classList.toggle("news", count > 0);
      badge.hidden = count === 0;
      badge.textContent = String(count);
      const hint = this.world.hint(user);
      about.textContent = hint;
      radio.setAttribute("aria-label", [user.first_name, hint, count && `${count} nieuw`].filter(Boolean).join(", "));
    }
  }

  #add(user) {
    const radio = el("input", { type: "radio", name: "me", value: user.id, class: "sr", on: { change: () => this.choose(user.id) } });
    const badge = el("span", { class: "badge", hidden: true });
    const about = el("span", { class: "hint" });
    const node = el(
      "label",
      { class: "person", data: { person: user.id } },
      radio,
      avatar(user.first_name, this.world.colour(user.id)),
      el("span", { class: "who" }, el("span", { class: "name", "data-name": user.first_name }, user.first_name), about),
      badge,
    );
    // A press on the person who is chosen already brings their phone in sight again.
    node.addEventListener("click", (event) => event.target === radio || (radio.checked && this.choose(user.id)));
    this.#items.set(user.id, { radio, badge, about, node });
    list.append(node);
  }
}
