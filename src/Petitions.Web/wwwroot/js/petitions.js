// Small helps. Every page works without this file.
(() => {
  'use strict';

  // Errors first: focus goes to the summary, so that a screen reader speaks it.
  document.getElementById('error-summary')?.focus();

  // On a small screen the work navigation opens only the heading this page stands under.
  if (matchMedia('(max-width: 991.98px)').matches) {
    for (const group of document.querySelectorAll('.pt-side details')) group.open = group.querySelector('[aria-current]') !== null;
  }

  // Characters as a reader counts them; the server counts text elements in the same way.
  const segments = 'Segmenter' in Intl ? new Intl.Segmenter(document.documentElement.lang, { granularity: 'grapheme' }) : null;
  const length = (text) => segments ? [...segments.segment(text)].length : [...text].length;
  for (const area of document.querySelectorAll('[data-pt-count]')) {
    const line = document.getElementById(area.id + '-count');
    if (!line) continue;
    line.setAttribute('role', 'status');
    let timer = 0;
    const show = () => {
      const left = Number(area.dataset.ptCount) - length(area.value.replace(/\r\n/g, '\n'));
      line.textContent = (left < 0 ? line.dataset.ptOver : line.dataset.ptLeft).replace('{0}', Math.abs(left));
      line.dataset.ptState = left < 0 ? 'over' : 'ok';
    };
    area.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(show, 400); });
    show();
  }

  // A second press within three seconds is swallowed; nothing is ever disabled for good.
  for (const form of document.querySelectorAll('form[method="post"]')) {
    let sentAt = 0;
    form.addEventListener('submit', (event) => {
      const now = performance.now();
      if (sentAt && now - sentAt < 3000) event.preventDefault();
      else sentAt = now;
    });
  }

  for (const button of document.querySelectorAll('[data-pt-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }

  // Leaves at once and does not stay in the history.
  for (const link of document.querySelectorAll('a[data-pt-leave]')) {
    link.addEventListener('click', (event) => { event.preventDefault(); location.replace(link.href); });
  }

  // Time is short: two minutes before the end any key or press stays. After it nothing is sent until the door is open again.
  const notice = document.querySelector('[data-pt-timeout]');
  if (notice) {
    const [warn, over] = [notice.querySelector('[data-pt-warn]'), notice.querySelector('[data-pt-over]')];
    let endsAt = Date.now() + Number(notice.dataset.ptTimeout) * 1000;
    let asking = false;
    const show = () => {
      const left = endsAt - Date.now();
      notice.hidden = left > 120000;
      warn.hidden = left <= 0;
      over.hidden = left > 0;
    };
    const stay = async () => {
      if (notice.hidden || asking) return;
      asking = true;
      try {
        const answer = await fetch(notice.dataset.ptStay, { headers: { Accept: 'application/json' }, redirect: 'error' });
        endsAt = Date.now() + (await answer.json()).seconds * 1000;
      } catch { /* the notice stays and says what to do */ }
      asking = false;
      show();
    };
    for (const kind of ['keydown', 'pointerdown', 'focus']) window.addEventListener(kind, stay, { passive: true });
    document.addEventListener('submit', (event) => {
      if (Date.now() < endsAt) return;
      event.preventDefault();
      show();
      notice.scrollIntoView();
    });
    setInterval(show, 5000);
  }

  // Read aloud only where the browser has a voice for the language of the page.
  const speech = window.speechSynthesis;
  const reader = document.querySelector('[data-pt-read]');
  if (speech && reader) {
    const language = document.documentElement.lang === 'en' ? 'en' : 'zh';
    const offer = () => { reader.hidden = !speech.getVoices().some((voice) => voice.lang.toLowerCase().startsWith(language)); };
    offer();
    speech.addEventListener?.('voiceschanged', offer);
    reader.addEventListener('click', () => {
      if (speech.speaking) { speech.cancel(); return; }
      const words = new SpeechSynthesisUtterance(document.getElementById('main').innerText);
      words.lang = language === 'en' ? 'en-GB' : 'zh-CN';
      speech.speak(words);
    });
  }
})();
