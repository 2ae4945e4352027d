// Self check-in: prints a slip by itself, and goes back to the start when nobody is there any more.
(() => {
  'use strict';
  const start = document.body.querySelector('[data-pt-start]');
  if (!start) return;
  if (start.dataset.ptAutoprint !== undefined) window.addEventListener('load', () => setTimeout(() => window.print(), 300));
  const wait = Number(start.dataset.ptSeconds) * 1000;
  let timer = 0;
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(() => { if (start.dataset.ptAlways !== undefined || location.pathname + location.search !== start.dataset.ptStart || [...document.querySelectorAll('input')].some((field) => field.type !== 'hidden' && field.value !== '')) location.replace(start.dataset.ptStart); }, wait);
  };
  for (const kind of ['keydown', 'pointerdown', 'input']) window.addEventListener(kind, again, { passive: true });
  again();
})();
