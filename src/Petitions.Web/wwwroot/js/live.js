// Regions that renew themselves: queue, calling screen, place in line, duty board, emergency bar. The stream only says
// that something changed; the region is then fetched like any page. Without script pages refresh as a whole.
(() => {
  'use strict';
  const Poll = 15000, Check = 60000, Deaf = 40000, Grace = 8000;

  const follow = (first) => {
    const id = first.id;
    const region = () => document.getElementById(id);
    const from = first.dataset.ptFrom || location.href;
    const spread = Number(first.dataset.ptSpread || 0);
    const patience = Number(first.dataset.ptPatience || 0) * 1000;
    const note = document.getElementById(id + '-link');
    let source = null, beat = 0, linkedAt = Date.now(), linked = false, good = Date.now(), asked = Date.now(), lost = false, busy = false, again = false, held = null;

    // Says how fresh the region is, only when that changes.
    const tell = () => {
      if (!note) return;
      const state = lost && Date.now() - good >= patience ? 'lost' : linked || Date.now() - linkedAt < Grace ? 'on' : 'poll';
      if (note.dataset.ptState === state) return;
      note.dataset.ptState = state;
      const text = note.getAttribute('data-pt-' + state) || '';
      note.textContent = text.replace('{0}', new Date(good).toTimeString().slice(0, 5));
      note.hidden = text === '';
    };

    // The same control in the new content, so that the focus stays where it is.
    const nameOf = (control) => control.id ? '#' + control.id : [control.tagName, control.getAttribute('href'), control.form?.getAttribute('action')].join('|');
    const put = (fresh) => {
      const now = region();
      const active = now.contains(document.activeElement) ? document.activeElement : null;
      const same = active && [...fresh.querySelectorAll('a, button, summary, select, input')].find((control) => nameOf(control) === nameOf(active));
      // What somebody is at is not taken away: the new content waits until he has gone on.
      if (active && !same) { held = fresh; return; }
      held = null;
      if (now.textContent.trim() === fresh.textContent.trim() && now.className === fresh.className) return;
      now.className = fresh.className;
      now.replaceChildren(...fresh.childNodes);
      same?.focus({ preventScroll: true });
    };
    document.addEventListener('focusout', () => setTimeout(() => { if (held) put(held); }));

    const renew = async () => {
      if (busy) { again = true; return; }
      busy = true;
      asked = Date.now();
      try {
        const answer = await fetch(from, { cache: 'no-store', redirect: 'error', headers: { 'HX-Request': 'true' }, signal: AbortSignal.timeout(10000) });
        const page = answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
        const fresh = page?.getElementById(id);
        if (!fresh) throw new Error();
        put(fresh);
        [good, lost] = [Date.now(), false];
        document.dispatchEvent(new CustomEvent('pt:renewed', { detail: { id, page } }));
      } catch { lost = true; }
      busy = false;
      tell();
      if (again) { again = false; renew(); }
    };

    const drop = () => {
      if (!source) return;
      source.close();
      source = null;
      if (linked) linkedAt = Date.now();
      linked = false;
      tell();
      setTimeout(connect, 1000 + Math.random() * 2000);
    };
    const connect = () => {
      // Nobody looks at a hidden page; it catches up when it is looked at.
      if (source || document.hidden || !first.dataset.ptLive) return;
      source = new EventSource(first.dataset.ptLive);
      beat = Date.now();
      source.addEventListener('ready', () => { [linked, beat] = [true, Date.now()]; renew(); });
      source.addEventListener('changed', () => { beat = Date.now(); setTimeout(renew, Math.random() * spread); });
      source.addEventListener('still', () => { beat = Date.now(); });
      source.onerror = drop;
    };

    setInterval(() => {
      if (document.hidden) return;
      if (source && Date.now() - beat > Deaf) drop();
      if (Date.now() - asked >= (lost ? 5000 : linked ? Check : Poll)) renew();
      tell();
    }, 1000);
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) { connect(); renew(); } else if (source) { source.close(); source = null; linked = false; linkedAt = Date.now(); }
    });
    window.addEventListener('offline', () => { lost = true; tell(); });
    window.addEventListener('online', () => { renew(); connect(); });
    window.addEventListener('pagehide', () => source?.close());
    // The page itself comes first.
    setTimeout(connect, 1500);
  };

  for (const region of document.querySelectorAll('[data-pt-live]')) follow(region);
})();
