// The page turns dark or light with the device. What the site coloured itself, words and pictures, is drawn anew for it:
// by the key that Streamlit has for that, since no colour that is sent can know of the other one. A run that is asked for
// while the page is busy may still be told the old colours, so it is asked for until the page has the new ones.
(() => {
  if (window.fitColours) return;
  window.fitColours = true;
  const key = { key: "r", code: "KeyR", keyCode: 82, which: 82, bubbles: true };
  const device = matchMedia("(prefers-color-scheme: dark)");
  let waiting;
  const follow = (tries, after) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const drawn = getComputedStyle(document.documentElement).getPropertyValue("--scheme").trim();
      if (!tries || drawn === (device.matches ? "dark" : "light")) return;
      for (const type of ["keydown", "keyup"]) document.body.dispatchEvent(new KeyboardEvent(type, key));
      follow(tries - 1, 2000);
    }, after);
  };
  device.addEventListener("change", () => follow(10, 200));
  // The device may have turned since the page was asked for, before this script came.
  follow(10, 200);
})();
