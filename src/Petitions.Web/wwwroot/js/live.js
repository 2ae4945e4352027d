// A region that renews itself: calling screen, place in line. Without script the page refreshes as a whole.
(() => {
  'use strict';
  const region = () => document.getElementById('live');
  const first = region();
  if (!first) return;
  const seconds = Number(first.dataset.ptLive);
  let lastGood = Date.now();
  let spoken = document.querySelector('[data-pt-call]')?.dataset.ptAt;
  const speak = () => {
    const call = document.querySelector('[data-pt-call]');
    if (!call || !first.dataset.ptSay || call.dataset.ptAt === spoken) return;
    spoken = call.dataset.ptAt;
    if (!window.speechSynthesis?.getVoices().length) return;
    const text = first.dataset.ptSay.replace('{0}', [...call.dataset.ptCall].join(' ')).replace('{1}', call.dataset.ptCounter);
    for (let twice = 0; twice < 2; twice++) {
      const words = new SpeechSynthesisUtterance(text);
      words.lang = document.documentElement.lang === 'en' ? 'en-GB' : 'zh-CN';
      window.speechSynthesis.speak(words);
    }
  };
  setInterval(async () => {
    try {
      const answer = await fetch(location.href, { cache: 'no-store' });
      if (!answer.ok) throw new Error();
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      region().replaceChildren(...page.getElementById('live').childNodes);
      lastGood = Date.now();
      speak();
    } catch {
      if (Date.now() - lastGood < 30000 || document.querySelector('.pt-offline')) return;
      const note = document.createElement('p');
      note.className = 'pt-offline';
      note.setAttribute('role', 'alert');
      note.textContent = first.dataset.ptOffline;
      region().prepend(note);
    }
  }, seconds * 1000);
})();
