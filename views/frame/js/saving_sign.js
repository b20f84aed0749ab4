// "Saved" goes at the tap, and comes back with a sign that the server drew after the tap and that holds what the
// page shows. Compared by content: two taps may reach the server as one, or the first's sign come while the second is
// on its way.
if (!window.fitSign) {
  window.fitSign = true;
  const CARD = '[class*="st-key-card_"]', PLACE = /^st-key-card_(?:scale|options)_/;
  const CLEAR = CARD + ' [class*="st-key-clear_"] button';
  const LOST = '[data-test-connection-state]:not([data-test-connection-state="CONNECTED"])';
  const takenBack = new Map();
  let tapped;
  const sign = () => document.querySelector('.fit-bar-text [data-drawn]');
  const question = card => [...card.classList].find(name => PLACE.test(name)).replace(PLACE, '');
  const held = drawn => new Map(drawn.dataset.held.split(' ').map(one => one.split(':')));
  const same = (card, stored) => {
    if (takenBack.get(question(card)) === stored) return false;
    takenBack.delete(question(card));
    return stored === String([...card.querySelectorAll('input[type=radio]')].findIndex(one => one.checked));
  };
  const agrees = drawn => {
    const cards = [...document.querySelectorAll(CARD)], options = held(drawn);
    return cards.length > 0 && cards.every(card => same(card, options.get(question(card)) ?? '-1'));
  };
  const watch = new MutationObserver(() => settle());
  const settle = () => {
    const drawn = sign();
    // A tap on "take back" is lost with the connection; a chosen option is sent again.
    if (document.querySelector(LOST)) takenBack.clear();
    if (!drawn) {
      if (document.querySelector('.fit-bar-text')) rest();
      return;
    }
    if (drawn.dataset.drawn !== tapped && agrees(drawn)) {
      rest();
      say(drawn, 'fit-saving', 'fit-saved', 'saved');
    } else {
      drawn.dataset.saved ??= drawn.textContent; // The server draws nothing where nothing has changed.
      say(drawn, 'fit-saved', 'fit-saving', 'saving');
    }
  };
  const say = (drawn, from, to, words) => {
    if (drawn.className === from && drawn.dataset[words]) {
      drawn.className = to;
      drawn.textContent = drawn.dataset[words];
    }
  };
  const rest = () => {
    takenBack.clear();
    watch.disconnect();
  };
  const stamp = () => sign()?.dataset.drawn;
  const tap = at => {
    tapped = at;
    watch.observe(document.body, {subtree: true, childList: true, attributes: true});
    settle();
  };
  addEventListener('change', event => {
    const card = event.target.type === 'radio' && event.target.closest(CARD);
    if (card) {
      takenBack.delete(question(card));
      tap(stamp());
    }
  }, true);
  // Not every choice comes with a change event: the page takes taps on an option's label and the arrow keys. What they
  // chose stands a moment later, by when an answer may have come back: the sign that counts is the one of the tap.
  const chosen = card => [...card.querySelectorAll('input[type=radio]')].map(one => one.checked).join();
  let before = null;
  const press = event => {
    const card = event.target.closest?.(CARD);
    before = card && {card, options: chosen(card)};
  };
  const look = () => {
    const then = before, at = stamp();
    before = null;
    if (then) setTimeout(() => { if (then.card.isConnected && chosen(then.card) !== then.options) tap(at); });
  };
  addEventListener('pointerdown', press, true);
  addEventListener('keydown', event => { press(event); look(); }, true);
  addEventListener('click', look, true);
  addEventListener('click', event => {
    const button = event.target.closest?.(CLEAR), drawn = sign();
    if (button && !button.disabled && drawn) {
      const name = question(button.closest(CARD));
      takenBack.set(name, held(drawn).get(name) ?? '-1');
      tap(stamp());
    }
  }, true);
}
