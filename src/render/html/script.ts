/**
 * The one script of a redline: steps from change to change, filters the list, keeps both views in step. It makes no element, reads
 * no words as markup and asks for nothing; the page is whole without it. Written without the two characters that XML reads.
 */
export const script = `
'use strict';
(() => {
  const byId = (id) => document.getElementById(id);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const seen = (element) => element.getClientRects().length > 0;
  const entries = new Map(all('[data-entry]').map((entry) => [entry.dataset.entry, entry]));
  const current = byId('_current'), counter = byId('_counter');
  let at = null;

  const admitted = (stop) => { const entry = entries.get(stop.dataset.n); return entry ? !entry.hidden : false; };
  const stops = () => {
    const found = all('a[data-order]').filter((stop) => seen(stop)).filter(admitted);
    found.sort((one, other) => Number(one.dataset.order) - Number(other.dataset.order));
    const sameWords = (stop, before) => before ? (before.dataset.n === stop.dataset.n ? entries.get(stop.dataset.n).dataset.kind === 'Replaced' : false) : false;
    return found.filter((stop, index) => !sameWords(stop, found[index - 1]));
  };
  const show = (stop) => {
    const n = stop.dataset.n, entry = entries.get(n);
    all('.current').forEach((element) => { element.classList.remove('current'); element.removeAttribute('aria-current'); });
    all('[data-n="' + n + '"]').forEach((element) => element.classList.add('current'));
    entry.classList.add('current');
    entry.setAttribute('aria-current', 'true');
    const list = entry.closest('nav');
    list.scrollTop = entry.offsetTop - list.clientHeight / 3;
    const admittedEntries = [...entries.values()].filter((one) => !one.hidden);
    counter.textContent = (admittedEntries.indexOf(entry) + 1) + ' of ' + admittedEntries.length;
    const words = [...entry.children].filter(seen).map((child) => child.textContent.trim().replace(/^\\d+ /, ''));
    current.textContent = 'Change ' + counter.textContent + ': ' + words.join(' \\u00b7 ');
    at = stop;
  };
  const go = (stop) => {
    stop.focus({preventScroll: true});
    stop.scrollIntoView({block: 'center'});
    show(stop);
  };
  const place = (stop) => Number(stop.dataset.order);
  const step = (way) => {
    const list = stops();
    if (list.length === 0) return;
    const from = at === null ? (way > 0 ? -1 : Infinity) : place(at);
    const ahead = way > 0
      ? list.find((stop) => place(stop) > from)
      : [...list].reverse().find((stop) => from > place(stop));
    go(ahead || (way > 0 ? list[0] : list[list.length - 1]));
  };

  byId('_next').addEventListener('click', () => step(1));
  byId('_previous').addEventListener('click', () => step(-1));
  document.addEventListener('keydown', (event) => {
    if (!byId('_keys').checked || event.altKey || event.ctrlKey || event.metaKey || event.target.closest('select, textarea, input[type=text]')) return;
    const way = {n: 1, j: 1, p: -1, k: -1}[event.key];
    if (way) { event.preventDefault(); step(way); }
  });
  document.addEventListener('focusin', (event) => {
    const stop = event.target.closest('a[data-n]');
    if (stop) if (entries.has(stop.dataset.n)) if (stop !== at) show(stop);
  });
  const hash = () => {
    const stop = byId(decodeURIComponent(location.hash.slice(1)));
    if (stop) if (stop.dataset.order) if (seen(stop)) go(stop);
  };
  addEventListener('hashchange', hash);

  const refine = () => {
    const chosen = ['_cause', '_author'].map((id) => byId(id)).map((select) => select ? select.value.slice(1) : '');
    entries.forEach((entry) => {
      entry.hidden = [entry.dataset.cause, entry.dataset.author].some((value, index) => chosen[index] ? value !== chosen[index] : false);
    });
    all('nav.changes section').forEach((section) => {
      section.hidden = ![...section.querySelectorAll('[data-entry]')].some((entry) => !entry.hidden);
    });
    all('ins[data-n], del[data-n], .gloss a[data-n]').forEach((mark) => mark.classList.toggle('aside', !admitted(mark)));
    at = null;
    const count = [...entries.values()].filter((entry) => !entry.hidden).length;
    counter.textContent = count + (count === 1 ? ' change' : ' changes');
    current.textContent = '';
  };
  all('.filters select').forEach((select) => select.addEventListener('change', refine));

  all('input[name=_view]').forEach((radio) => radio.addEventListener('change', () => {
    if (at === null) return;
    const same = stops().find((stop) => stop.dataset.n === at.dataset.n);
    if (same) { same.scrollIntoView({block: 'center'}); show(same); }
  }));
  all('.scripted').forEach((element) => { element.hidden = false; });
  hash();
})();
`.trim()
