// Makes elements, icons and menus; nothing here knows what a chat is.

/** An element with properties (`class`, `data`, `on` and attributes by name) and children. */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") node.className = value;
    else if (name === "data") Object.assign(node.dataset, value);
    else if (name === "on") for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** A decorative icon from the symbols in index.html. */
export function icon(name, extra = "") {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", `icon ${extra}`.trim());
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

/** A round button with only an icon to see, and a name to hear. */
export function iconButton(name, label, act, extra = "") {
  return el("button", { type: "button", class: `round ${extra}`.trim(), "aria-label": label, title: label, on: { click: act } }, icon(name));
}

/** A circle with the first letter of a name, in the person's own colour. */
export function avatar(name, colour, extra = "") {
  return el("span", { class: `avatar c${colour} ${extra}`.trim(), "aria-hidden": "true" }, [...name][0] ?? "?");
}

/** The sign of Praatmaat itself, or of a group. */
export function sign(name) {
  return el("span", { class: `avatar ${name}`, "aria-hidden": "true" }, icon(name));
}

let openMenu = null;

/**
 * Opens a menu beside a button: arrows walk, Escape and a click elsewhere close, focus goes back.
 * `items` are {label, act, danger?}.
 */
export function showMenu(button, items) {
  if (openMenu) {
    const same = openMenu.owner === button;
    openMenu.close();
    if (same) return;
  }
  const menu = el("div", { class: "menu", role: "menu", popover: "manual", "aria-label": button.getAttribute("aria-label") });
  const close = (back = false) => {
    if (openMenu?.menu !== menu) return;
    openMenu = null;
    document.removeEventListener("pointerdown", outside, true);
    button.setAttribute("aria-expanded", "false");
    menu.remove();
    if (back) button.focus();
  };
  const outside = (event) => {
    if (!menu.contains(event.target) && !button.contains(event.target)) close();
  };
  for (const item of items) {
    const choose = () => {
      close(true);
      item.act();
    };
    menu.append(el("button", { type: "button", role: "menuitem", tabindex: -1, class: item.danger ? "danger" : null, on: { click: choose } }, item.label));
  }
  menu.addEventListener("keydown", (event) => {
    const all = [...menu.children];
    const at = all.indexOf(document.activeElement);
    const next = { ArrowDown: (at + 1) % all.length, ArrowUp: (at - 1 + all.length) % all.length, Home: 0, End: all.length - 1 }[event.key];
    if (next !== undefined) all[next].focus();
    else if (event.key === "Escape") close(true);
    else if (event.key === "Tab") return close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  document.body.append(menu);
  menu.showPopover();
  const spot = button.getBoundingClientRect();
  const left = Math.min(Math.max(8, spot.right - menu.offsetWidth), innerWidth - menu.offsetWidth - 8);
  const below = spot.bottom + 4 + menu.offsetHeight <= innerHeight;
  menu.style.left = `${left}px`;
  menu.style.top = `${below ? spot.bottom + 4 : Math.max(8, spot.top - menu.offsetHeight - 4)}px`;
  button.setAttribute("aria-expanded", "true");
  document.addEventListener("pointerdown", outside, true);
  openMenu = { owner: button, menu, close };
  menu.firstElementChild?.focus();
}
