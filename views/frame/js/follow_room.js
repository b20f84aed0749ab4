// A phone in a live workshop asks whether its room has moved on: a plain request for one word, every two seconds while
// somebody looks at it, at once when it wakes or finds a network again. Only then is the page drawn anew, by a button that
// nobody sees. What it has seen stands on the page, so that a run that got lost is asked for again.
(() => {
  if (window.fitRoom) return;
  window.fitRoom = true;
  const EVERY = 2000;
  const CUT = '[data-test-connection-state]:not([data-test-connection-state="CONNECTED"])';
  let waiting;
  const look = async () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, EVERY);
    const seen = document.querySelector('[data-room-seen]');
    if (!seen || document.hidden || document.querySelector(CUT)) return;
    const asked = seen.dataset.roomSeen;
    try {
      const answer = await fetch(`/j/moved?${asked}`, { cache: 'no-store' });
      if (!answer.ok || (await answer.text()) !== 'moved') return;
    } catch {
      return; // No network just now: the next look tells.
    }
    if (document.querySelector('[data-room-seen]')?.dataset.roomSeen === asked) {
      document.querySelector('.st-key-room_moved button')?.click();
    }
  };
  for (const woken of ['visibilitychange', 'resume']) document.addEventListener(woken, look);
  addEventListener('pageshow', look);
  addEventListener('online', look);
  look();
})();
