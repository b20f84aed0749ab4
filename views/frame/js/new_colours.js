// The page turns dark or light with the device. What the site coloured itself, words and pictures, is drawn anew for it:
// by the key that Streamlit has for that, since no colour that is sent can know of the other one.
(() => {
  if (window.fitColours) return;
  window.fitColours = true;
  const key = { key: "r", code: "KeyR", keyCode: 82, which: 82, bubbles: true };
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () =>
    setTimeout(() => {
      for (const type of ["keydown", "keyup"]) document.body.dispatchEvent(new KeyboardEvent(type, key));
    }, 200),
  );
})();
