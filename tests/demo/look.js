// Looks at all that is visible: names, sizes of targets, sizes of letters and contrast. Returns what is wrong.
(() => {
  const problems = [];
  const visible = (e) => e.checkVisibility({ opacityProperty: false, visibilityProperty: true }) && !e.closest(".sr");
  const rgba = (text) => (text.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
  const over = ([r, g, b, a = 1], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a)];
  const ground = (e) => {
    const layers = [];
    for (let at = e; at; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if ((colour[3] ?? 1) > 0) layers.push(colour);
      if ((colour[3] ?? 1) === 1) break;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255]);
  };
  const light = (colour) => {
    const [r, g, b] = colour.map((v) => ((v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const told = (e) => e.outerHTML.slice(0, 110);

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const e = texts.currentNode.parentElement;
    if (!texts.currentNode.data.trim() || !visible(e) || e.closest("svg, noscript")) continue;
    const style = getComputedStyle(e);
    const found = contrast(over(rgba(style.color), ground(e)), ground(e));
    if (found < 4.5) problems.push(`contrast ${found.toFixed(2)}: ${told(e)}`);
    if (parseFloat(style.fontSize) < 16) problems.push(`letters of ${style.fontSize}: ${told(e)}`);
  }
  for (const e of document.querySelectorAll("textarea")) {
    const found = contrast(rgba(getComputedStyle(e, "::placeholder").color), ground(e));
    if (visible(e) && found < 4.5) problems.push(`contrast of a hint ${found.toFixed(2)}: ${told(e)}`);
  }
  for (const e of document.querySelectorAll(":is(button, .avatar) > .icon:not(.logo > .icon)")) {
    const found = contrast(rgba(getComputedStyle(e).color), ground(e));
    if (visible(e) && found < 3) problems.push(`contrast of an icon ${found.toFixed(2)}: ${told(e)}`);
  }

  for (const e of document.querySelectorAll("button, a[href], input, textarea, select, [tabindex='0']")) {
    if (!e.checkVisibility({ visibilityProperty: true })) continue;
    const named =
      e.getAttribute("aria-label") || e.innerText?.trim() || e.labels?.[0]?.innerText.trim() || e.labels?.[0]?.textContent.trim();
    if (!named) problems.push(`no name: ${told(e)}`);
    const target = e.matches("[type=radio], [type=checkbox]") ? e.closest("label") : e;
    if (!visible(target) || e.matches(".in-text, .text a, li")) continue; // links in a sentence may be small
    const { width, height } = target.getBoundingClientRect();
    if (width < 43.9 || height < 43.9) problems.push(`target of ${width}×${height}: ${told(e)}`);
  }
  return problems;
})()
