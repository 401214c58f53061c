// Builds one message: bubble, quote, picture or voice, buttons below, and what one may do with it.

import { el, icon, iconButton, showMenu } from "./dom.js";
import { rich } from "./rich.js";

const DAYS = ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"];
const MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];
const KINDS = { voice: "Spraakbericht", photo: "Foto", sticker: "Sticker", document: "Document", contact: "Contactgegevens", location: "Plaats op de kaart" };
const EXCERPT = 90;

/** The hour of a message, in Dutch time: the server's stamp is in that zone already. */
export const hour = (message) => message.date.slice(11, 16);

/** The day of a message in words: "dinsdag 24 november". */
export function day(message) {
  const [year, month, date] = message.date.slice(0, 10).split("-").map(Number);
  return `${DAYS[new Date(Date.UTC(year, month - 1, date)).getUTCDay()]} ${date} ${MONTHS[month - 1]}`;
}

/** A message in one short line, for lists, quotes and announcements. */
export function inShort(message, length = EXCERPT) {
  const said = (message.text ?? message.caption ?? "").replace(/\s+/g, " ").replace(/^(\/start\S*) .*/, "$1").trim();
  const kind = KINDS[message.kind];
  const line = kind ? [kind, said].filter(Boolean).join(": ") : said;
  return line.length > length ? `${[...line].slice(0, length - 1).join("").trimEnd()}…` : line;
}

/** The line between two days. */
export const dayLine = (message) => el("li", { class: "day" }, el("span", {}, day(message)));

/**
 * Fills `li` with a message. `view` says how it stands in this phone: {own, first (of a row by one sender),
 * group, colour, world, answered}; `does` what can be done: tap, reply, edit, copy, goTo and rich's hooks.
 */
export function fill(li, message, view, does) {
  li.className = `message ${view.own ? "own" : "other"}${view.first ? " first" : ""} of-${message.kind}`;
  if (message.kind === "service") {
    li.replaceChildren(el("p", { class: "service-line" }, message.text ?? ""));
    return;
  }
  const bubble = el("div", { class: "bubble" });
  if (view.own) bubble.append(el("span", { class: "sr" }, "Jij: "));
  else if (view.group && view.first) bubble.append(el("p", { class: `sender c${view.colour}` }, message.from.first_name));
  else bubble.append(el("span", { class: "sr" }, `${message.from.first_name}: `));
  if (message.forwarded) bubble.append(el("p", { class: "forwarded" }, "Doorgestuurd bericht"));
  if (view.answered) bubble.append(quote(view.answered, view.world, does));
  bubble.append(...media(message));
  // As in Telegram, the token behind /start stays out of sight.
  const start = /^\/start(@\w+)?(?= )/.exec(message.text ?? "");
  if (start) bubble.append(el("div", { class: "text" }, start[0]));
  else if (message.html) bubble.append(el("div", { class: "text" }, rich(message.html, does)));
  bubble.append(meta(message));
  const parts = [el("div", { class: "line" }, bubble, action(message, view, does))];
  if (message.inline_keyboard) parts.push(inlineKeyboard(message, does));
  li.replaceChildren(...parts);
}

function meta(message) {
  const edited = message.edited ? el("span", { class: "edited" }, "bewerkt ") : null;
  return el("p", { class: "meta" }, edited, el("time", { datetime: message.date }, hour(message)));
}

function quote(answered, world, does) {
  return el(
    "button",
    { type: "button", class: `quote c${world.colour(answered.from.id)}`, on: { click: () => does.goTo(answered.message_id) } },
    el("span", { class: "sr" }, "Antwoord op "),
    el("b", {}, answered.from.first_name),
    el("span", { class: "excerpt" }, inShort(answered)),
  );
}

function media(message) {
  const { file, kind } = message;
  if (kind === "voice") return [voice(file)];
  if (kind === "photo" && file) {
    const alt = `Foto van ${message.from.first_name}`;
    return [el("img", { class: "photo", src: file.url, alt, width: 320, height: 240, loading: "lazy" })];
  }
  if (kind === "sticker") return [el("p", { class: "sticker", role: "img", "aria-label": `Sticker ${file?.emoji ?? ""}` }, file?.emoji ?? "🙂")];
  if (kind === "document" && file) {
    return [el("a", { class: "file", href: file.url, download: file.name ?? "bestand" }, icon("file"), el("span", {}, file.name ?? "Document"))];
  }
  return KINDS[kind] ? [el("p", { class: "file" }, icon(kind === "location" ? "pin" : "file"), el("span", {}, KINDS[kind]))] : [];
}

function voice(file) {
  const seconds = file?.seconds ?? 0;
  const length = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  const bars = el("span", { class: "wave", "aria-hidden": "true" });
  for (let i = 0; i < 22; i++) bars.append(el("i", { class: `h${(i * i * 31 + i * 17 + seconds * 5) % 11 % 6}` }));
  const label = `Spraakbericht van ${seconds} seconden`;
  return el("div", { class: "voice-note", role: "img", "aria-label": label }, el("span", { class: "play" }, icon("play")), bars, el("span", {}, length));
}

/** Answering is one tap; on an own text there is more to do, so there is a menu. */
function action(message, view, does) {
  const who = view.own ? "je eigen bericht" : `bericht van ${message.from.first_name}`;
  if (!view.own || message.kind !== "text") {
    return iconButton("reply", `Antwoord op ${who}`, () => does.reply(message), "act");
  }
  const button = iconButton("more", `Meer met ${who}`, () =>
    showMenu(button, [
      { label: "Antwoorden", act: () => does.reply(message) },
      { label: "Aanpassen", act: () => does.edit(message) },
    ]), "act");
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute("aria-expanded", "false");
  return button;
}

function inlineKeyboard(message, does) {
  const rows = message.inline_keyboard.map((buttons, row) =>
    el("div", { class: "row" }, ...buttons.map((button, col) => inlineButton(message, button, row, col, does))));
  return el("div", { class: "inline", role: "group", "aria-label": "Knoppen bij dit bericht" }, ...rows);
}

function inlineButton(message, button, row, col, does) {
  const data = { button: button.text, row, col };
  if (button.url && !does.isBotLink(button.url)) {
    const to = { class: "key", href: button.url, target: "_blank", rel: "noopener noreferrer", data };
    return el("a", to, el("span", {}, button.text), icon("link", "corner"));
  }
  const press = (event) => does.tap(message, button, row, col, event.currentTarget);
  return el("button", { type: "button", class: "key", data, on: { click: press } }, el("span", {}, button.text), button.url ? icon("link", "corner") : null);
}
