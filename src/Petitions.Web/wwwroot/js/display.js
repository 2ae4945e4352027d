// The calling screen: a clock, and each new call spoken twice, number by number, where the browser has a voice for it.
(() => {
  'use strict';
  const clock = document.querySelector('[data-pt-clock]');
  if (clock) {
    // The portal's time, not that of the screen; carried on between two answers.
    let at = Number(clock.dataset.ptClock), since = performance.now();
    const show = () => { clock.textContent = new Date((at + (performance.now() - since) / 1000 + 8 * 3600) * 1000).toISOString().slice(11, 16); };
    document.addEventListener('pt:renewed', (event) => {
      const fresh = event.detail.page.querySelector('[data-pt-clock]');
      if (fresh) [at, since] = [Number(fresh.dataset.ptClock), performance.now()];
    });
    setInterval(show, 1000);
  }

  const screen = document.querySelector('[data-pt-say]');
  if (!screen) return;
  const calls = () => [...document.querySelectorAll('[data-pt-call]')].map((call) => ({ ...call.dataset }));
  let spoken = calls().reduce((last, call) => call.ptAt > last ? call.ptAt : last, '');
  const speak = () => {
    const fresh = calls().filter((call) => call.ptAt > spoken).sort((one, other) => one.ptAt < other.ptAt ? -1 : 1);
    if (fresh.length === 0) return;
    spoken = fresh[fresh.length - 1].ptAt;
    const language = document.documentElement.lang === 'en' ? 'en' : 'zh';
    const voice = window.speechSynthesis?.getVoices().find((each) => each.lang.toLowerCase().startsWith(language));
    if (!voice) return;
    for (const call of fresh) {
      const text = screen.dataset.ptSay.replace('{0}', [...call.ptCall].join(' ')).replace('{1}', call.ptCounter);
      for (let twice = 0; twice < 2; twice++) {
        const words = new SpeechSynthesisUtterance(text);
        [words.voice, words.lang, words.rate] = [voice, voice.lang, 0.9];
        window.speechSynthesis.speak(words);
      }
    }
  };
  document.addEventListener('pt:renewed', speak);
})();
