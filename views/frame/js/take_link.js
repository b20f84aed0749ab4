{
  const arrive = document.getElementById('arrive'), mangled = document.getElementById('mangled');
  const plain = text => {
    try { return decodeURIComponent(text); } catch { return text; }
  };
  const take = () => {
    const [, link = ''] = location.href.match(/(?:#|%(?:25)*23|%EF%BC%83)(.*)$/is) ?? [];
    const given = document.getElementById('link');
    given.value = plain(link).slice(0, 600);
    // Only what can hold no token at all is said here; the server reads the rest.
    const whole = (given.value.normalize('NFKC').match(/[\w\-\u2010-\u2015\u2212]/g) ?? []).length >= Number(mangled.dataset.characters);
    document.getElementById('without').hidden = true;
    arrive.hidden = !whole;
    mangled.hidden = whole;
    history.replaceState(null, '', '/resume?lang=' + document.documentElement.lang);
  };
  take();
  // A whole link pasted over this address loads nothing anew.
  addEventListener('hashchange', take);
}
