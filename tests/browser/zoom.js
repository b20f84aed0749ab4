// What cannot be read or reached on the page as it is: a list of sentences, empty where all is well.
() => {
  const wide = innerWidth, found = [], main = document.querySelector("[data-testid=stMain]");
  const name = (e) => {
    const key = e.closest('[class*="st-key-"]')?.className.match(/st-key-\S+/)?.[0] ?? "";
    const own = String(e.className.baseVal ?? e.className).replace(/\S*emotion\S*/g, "").trim();
    return `${key} ${e.tagName.toLowerCase()}.${own} "${(e.innerText ?? "").trim().slice(0, 40)}"`;
  };

  // Once an element: is it kept from sight on purpose, does it scroll sideways by itself, what cuts it off?
  const free = { unseen: false, scrolls: false, frames: [] };
  const known = new Map([main, document.body, ...document.querySelectorAll("[data-testid=stDialog]")].map((e) => [e, free]));
  const about = (e) => {
    if (known.has(e)) return known.get(e);
    const above = about(e.parentElement), style = getComputedStyle(e);
    const cuts = style.overflowX !== "visible" || style.overflowY !== "visible";
    const it = {
      unseen: above.unseen || style.clipPath === "inset(50%)" || style.clip === "rect(0px, 0px, 0px, 0px)",
      scrolls: above.scrolls || (/auto|scroll/.test(style.overflowX) && e.scrollWidth > e.clientWidth),
      frames: cuts ? [...above.frames, [e.getBoundingClientRect(), style.overflowX, style.overflowY]] : above.frames,
    };
    known.set(e, it);
    return it;
  };
  const counts = (e) => e.checkVisibility({ visibilityProperty: true }) && !about(e).unseen && !about(e).scrolls;
  const beside = (box, frame, slack) => box.right > frame.right + slack || box.left < frame.left - slack;

  if (main.scrollWidth > wide) found.push(`the page is ${main.scrollWidth - wide} px too wide`);
  const screen = { left: 0, right: wide }, range = document.createRange();
  // What lies open above the page is looked at alone.
  const above = document.querySelector("[role=dialog], [data-testid=stPopoverBody]");
  for (const e of (above ?? main).querySelectorAll("*")) {
    if (e.closest("svg") || ![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim()) || !counts(e)) continue;
    range.selectNodeContents(e);
    const box = range.getBoundingClientRect();
    if (!box.width) continue;
    if (beside(box, screen, 1)) found.push(`off the screen: ${name(e)}`);
    const control = e.closest("a, button, summary, label")?.getBoundingClientRect();
    if (control && beside(box, control, 2)) found.push(`wider than its control: ${name(e)}`);
    for (const [frame, x, y] of about(e).frames)
      if ((/hidden|clip/.test(x) && beside(box, frame, 2))
        || (/hidden|clip/.test(y) && (box.bottom > frame.bottom + 3 || box.top < frame.top - 3)))
        found.push(`cut off: ${name(e)}`);
  }

  const controls = "a[href], button, summary, [data-testid=stRadioOption], [data-testid=stCheckbox] label, input";
  for (const e of (above ?? document).querySelectorAll(controls)) {
    if (e.type === "hidden" || e.disabled || !counts(e) || e.closest("[popover]:not(:popover-open)")) continue;
    const size = e.getBoundingClientRect();
    if (!size.width) continue;
    if (beside(size, screen, 1)) found.push(`out of reach: ${name(e)}`);
    const inText = getComputedStyle(e).display.startsWith("inline") && e.closest("p, li, dd, td, th");
    if (!inText && Math.min(size.width, size.height) < 23.5)
      found.push(`small for a thumb, ${Math.round(size.width)} x ${Math.round(size.height)} px: ${name(e)}`);
    e.scrollIntoView({ block: "center" });
    const part = [...e.getClientRects()].find((rect) => rect.width > 4) ?? e.getBoundingClientRect();
    const at = document.elementFromPoint(part.left + part.width / 2, part.top + part.height / 2);
    const whole = at?.closest("label, a, button");
    if (!at || !(e.contains(at) || (whole && at.contains(e)) || whole?.contains(e)))
      found.push(`covered by ${at ? name(at) : "nothing"}: ${name(e)}`);
  }
  main.scrollTo(0, 0);
  return [...new Set(found)];
}
