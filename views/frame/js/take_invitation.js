// An invitation's secret stands behind the #, which no server, proxy or log sees: it is sent in the body of a POST that
// changes nothing, and the page that comes back takes this one's place. The address keeps it, so that a reload, or the
// same link another day, leads the same person back.
{
  const plain = text => {
    try { return decodeURIComponent(text); } catch { return text; }
  };
  const stand = name => {
    for (const part of document.querySelectorAll('main>section')) part.hidden = part.id !== name;
  };
  const take = async () => {
    const mangled = document.getElementById('mangled');
    if (!mangled) return location.reload();
    const [, link = ''] = location.href.match(/(?:#|%(?:25)*23|%EF%BC%83)(.*)$/is) ?? [];
    const given = plain(link).slice(0, 600);
    // Only what can hold no secret at all is said here; the server reads the rest.
    if ((given.normalize('NFKC').match(/[0-9a-z]/gi) ?? []).length < Number(mangled.dataset.characters)) return stand('mangled');
    const language = document.documentElement.lang;
    history.replaceState(null, '', '/c?lang=' + language + '#' + encodeURIComponent(given));
    stand('opening');
    try {
      const answer = await fetch('/c', {method: 'POST', body: new URLSearchParams({link: given, language})});
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const main = page.querySelector('main');
      if (!main) throw new Error();
      document.title = page.title;
      document.documentElement.lang = page.documentElement.lang;
      document.querySelector('main').replaceWith(main);
      document.querySelector('.fit-focus').focus({preventScroll: true});
      scrollTo(0, 0);
    } catch { stand('failed'); }
  };
  document.getElementById('again').addEventListener('click', take);
  // A whole link pasted over this address loads nothing anew.
  addEventListener('hashchange', take);
  take();
}
