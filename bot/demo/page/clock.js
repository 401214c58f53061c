// The clock bar: shows the world's time, jumps ahead, and tells what arrived after a jump.

import { NotPossible } from "./server.js";

const ARRIVALS = 8000; // ms after a jump in which new messages are told here
const QUIET = 2500;
const STAYS = 12000;

const node = document.getElementById("clock");
const toggle = document.getElementById("clock-toggle");
const news = document.getElementById("clock-news");
const parts = { timeZone: "Europe/Amsterdam" };
const full = new Intl.DateTimeFormat("nl-NL", { ...parts, weekday: "long", day: "numeric", month: "long", year: "numeric" });
const short = new Intl.DateTimeFormat("nl-NL", { ...parts, weekday: "short", day: "numeric", month: "short" });
const time = new Intl.DateTimeFormat("nl-NL", { ...parts, hour: "2-digit", minute: "2-digit" });

/** Runs the clock bar of this world; `where(message)` gives a short name for the chat of a message. */
export class ClockBar {
  #came = new Map();
  #until = 0;
  #quiet = null;
  #past = null;

  constructor(world, where) {
    this.world = world;
    this.where = where;
    for (const button of node.querySelectorAll("[data-jump]")) {
      button.addEventListener("click", () => this.#jump(button));
    }
    toggle.addEventListener("click", () => this.#open(toggle.getAttribute("aria-expanded") !== "true"));
    node.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || toggle.getAttribute("aria-expanded") !== "true") return;
      this.#open(false);
      toggle.focus();
    });
    document.addEventListener("pointerdown", (event) => node.contains(event.target) || this.#open(false));
    world.addEventListener("clock", () => this.show());
    setInterval(() => this.show(), 1000);
  }

  /** Writes the time. */
  show() {
    const now = this.world.now();
    const texts = { "clock-time": `${short.format(now)}, ${time.format(now)}`, "clock-full": `${full.format(now)}, ${time.format(now)}` };
    for (const [id, text] of Object.entries(texts)) {
      const place = document.getElementById(id);
      if (place.textContent !== text) place.textContent = text;
    }
  }

  /** Tells what came; true when it was told here, so that nobody else needs to. */
  arrived(messages) {
    if (performance.now() > this.#until) return false;
    for (const message of messages) {
      const where = this.where(message);
      this.#came.set(where, (this.#came.get(where) ?? 0) + 1);
    }
    const told = [...this.#came].map(([where, count]) => `${where} (${count})`).join(", ");
    if (told) this.#tell(`Nieuw: ${told}.`);
    return true;
  }

  #open(open) {
    toggle.setAttribute("aria-expanded", String(open));
  }

  #tell(what) {
    news.textContent = what;
    news.classList.remove("past");
    clearTimeout(this.#past);
    this.#past = setTimeout(() => news.classList.add("past"), STAYS);
  }

  async #jump(button) {
    if (node.getAttribute("aria-busy") === "true") return;
    node.setAttribute("aria-busy", "true");
    this.#came.clear();
    this.#until = performance.now() + ARRIVALS;
    clearTimeout(this.#quiet);
    this.#tell("Even wachten …");
    const next = button.dataset.jump === "next";
    try {
      await this.world.act("clock", next ? { until: "next" } : { forward: Number(button.dataset.jump) }, { whole: true });
      this.#until = performance.now() + ARRIVALS;
      if (!this.#came.size) this.#tell("De klok staat vooruit.");
      this.#quiet = setTimeout(() => this.#came.size || this.#tell("Er kwam nog niets nieuws."), QUIET);
    } catch (error) {
      this.#until = 0;
      const none = next && error instanceof NotPossible;
      this.#tell(none ? "Er staat nu niets klaar voor later." : "Dat lukte niet. Probeer het nog eens.");
    } finally {
      node.removeAttribute("aria-busy");
    }
  }
}
