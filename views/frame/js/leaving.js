// The browser asks before a page is left whose answers would be lost with it.
if (!window.fitStay) {
  window.fitStay = true;
  const taken = new Set();
  let letGo = false;
  // Whoever deletes, or says that these are not their answers, has been asked already.
  addEventListener('submit', event => { letGo = /\/(forget|leave)$/.test(event.target.action); }, true);
  addEventListener('pageshow', () => { letGo = false; });
  // A report or a table that has arrived holds what would be lost; a picture to share does not.
  addEventListener('click', event => {
    const box = event.target.closest?.('[data-testid="stDownloadButton"]');
    const answers = document.querySelector('[data-taken-along]')?.dataset.takenAlong;
    if (!box || !answers || box.closest('.st-key-download_wide,.st-key-download_square')) return;
    let begun = false;
    const watch = new MutationObserver(() => {
      if (box.querySelector('button')?.disabled) begun = true;
      else if (begun) {
        watch.disconnect();
        if (!box.querySelector('[data-testid="stDownloadButtonError"]')) taken.add(answers);
      }
    });
    watch.observe(box, {subtree: true, childList: true, attributes: true});
  }, true);
  addEventListener('beforeunload', event => {
    const lost = [...document.querySelectorAll('[data-lost-on-leaving]')];
    if (letGo || !document.querySelector('.fit-saving') && lost.every(one => taken.has(one.dataset.lostOnLeaving))) return;
    event.preventDefault();
  });
}
