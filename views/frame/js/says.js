// What Streamlit says in English is said in the page's words. They stand in the list .fit-says, each beside the English;
// an entry with {} keeps what stands in its place, a number or an option. What comes later, a dialog or an announcement,
// is changed before it is drawn or heard. The language switch is marked with the language that it names.
(() => {
  if (window.fitSays) return;
  window.fitSays = true;
  const TEXTS = "[data-testid=stFileUploaderDropzone],[data-testid=stSkipToContent],[data-testid=InputInstructions],[data-live-announcer],[role=tooltip]";
  // Unseen, at both ends of a dialog; named in the browser's language, whatever the page's is.
  const DISMISS = "button[id^=react-aria][tabindex='-1'][style*='width: 1px']";
  const held = new WeakMap(); // what we changed: [the English, ours], so that a language switch starts from the English

  function translated(english, words) {
    for (const { head, tail, ours } of words) {
      if (tail === undefined && english === head) return ours;
      if (tail === undefined || english.length <= head.length + tail.length) continue;
      if (english.startsWith(head) && english.endsWith(tail))
        return ours.replace("{}", () => english.slice(head.length, english.length - tail.length));
    }
  }

  function say(node, now, words, change) {
    const [was, ours] = held.get(node) ?? [];
    const english = node.matches?.(DISMISS) ? "Dismiss" : ours === now ? was : now;
    const wanted = translated(english, words);
    if (wanted === undefined || wanted === now) return;
    held.set(node, [english, wanted]);
    change(wanted);
  }

  function look() {
    const words = [...document.querySelectorAll(".fit-says li")].map((entry) => {
      const [head, tail] = entry.dataset.english.split("{}");
      return { head, tail, ours: entry.textContent };
    });
    for (const button of document.querySelectorAll("button[aria-label],kbd[aria-label]"))
      say(button, button.getAttribute("aria-label"), words, (text) => button.setAttribute("aria-label", text));
    for (const place of document.querySelectorAll(TEXTS)) {
      const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const node = texts.currentNode;
        say(node, node.data, words, (text) => { node.data = text; });
      }
    }
    // Named and within reach of a keyboard, and at the same time said to be nothing: one of the two has to go.
    for (const zone of document.querySelectorAll("[data-testid=stFileUploaderDropzone][role=presentation]"))
      zone.removeAttribute("role");
    for (const place of document.querySelectorAll("[class*=st-key-speak_]"))
      place.lang = /st-key-speak_([\w-]+)/.exec(place.className)[1];
  }

  new MutationObserver(look).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["aria-label"],
  });
  look();
})();
