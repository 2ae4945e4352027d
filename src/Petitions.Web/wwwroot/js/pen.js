// The pad: a pen, a finger or the mouse draws; strokes are kept as points and sent with the digest of the text on the page.
// Without it the other ways of signing stand below.
(() => {
  'use strict';
  const form = document.querySelector('[data-pt-pad]');
  const canvas = form?.querySelector('canvas');
  const ink = canvas?.getContext('2d');
  if (!ink) return;
  form.hidden = false;
  const status = form.querySelector('[role=status]');
  const field = form.querySelector('[name=Drawing]');
  const strokes = [];
  const most = 7000;
  let points = 0;
  let pen = null;

  ink.lineCap = 'round';
  ink.lineJoin = 'round';
  ink.strokeStyle = '#000';

  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    const inside = (value, size) => Math.min(size, Math.max(0, Math.round(value)));
    return [
      inside((event.clientX - box.left) * canvas.width / box.width, canvas.width),
      inside((event.clientY - box.top) * canvas.height / box.height, canvas.height),
      // A mouse says 0.5 and some screens 0: both are an ordinary line.
      Math.round((event.pressure || 0.5) * 100),
    ];
  };

  const line = (from, to) => {
    ink.lineWidth = 2 + 4 * to[2] / 100;
    ink.beginPath();
    ink.moveTo(from[0], from[1]);
    ink.lineTo(to[0], to[1]);
    ink.stroke();
  };

  const take = (event) => {
    if (points >= most) return;
    const [x, y, p] = place(event);
    const stroke = strokes.at(-1);
    const last = stroke.length ? stroke.slice(-3) : null;
    // Nearer than two units is the same place: fewer points, the same line.
    if (last && Math.abs(last[0] - x) < 2 && Math.abs(last[1] - y) < 2) return;
    stroke.push(x, y, p);
    points++;
    line(last ?? [x, y, p], [x, y, p]);
  };

  canvas.addEventListener('pointerdown', (event) => {
    // One pen at a time: the hand that rests on the screen draws nothing.
    if (pen !== null || event.button !== 0) return;
    event.preventDefault();
    pen = event.pointerId;
    canvas.setPointerCapture(pen);
    strokes.push([]);
    take(event);
  });
  canvas.addEventListener('pointermove', (event) => {
    if (event.pointerId !== pen) return;
    event.preventDefault();
    for (const step of event.getCoalescedEvents?.() ?? [event]) take(step);
  });
  const lift = (event) => {
    if (event.pointerId !== pen) return;
    pen = null;
    status.textContent = status.dataset.drawn;
  };
  canvas.addEventListener('pointerup', lift);
  canvas.addEventListener('pointercancel', lift);

  form.querySelector('[data-pt-wipe]').addEventListener('click', () => {
    strokes.length = 0;
    points = 0;
    ink.clearRect(0, 0, canvas.width, canvas.height);
    status.textContent = '';
  });

  // Before the guard against a second press: an empty pad has pressed nothing.
  form.addEventListener('submit', (event) => {
    if (points < 6) {
      event.preventDefault();
      event.stopImmediatePropagation();
      status.textContent = status.dataset.empty;
      return;
    }
    field.value = JSON.stringify({ w: canvas.width, h: canvas.height, s: strokes.filter((stroke) => stroke.length > 0) });
  }, { capture: true });
})();
