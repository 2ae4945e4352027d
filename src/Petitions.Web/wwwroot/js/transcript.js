// The record of a conversation: Enter goes on to the next answer or question, and every change is kept while somebody types.
// Without it the same form has empty rows ready and a button that saves.
(() => {
  'use strict';
  const form = document.querySelector('[data-pt-transcript]');
  if (!form) return;
  const list = form.querySelector('[data-pt-rows]');
  const other = { Question: 'Answer', Answer: 'Question', Line: 'Line' };
  let made = 0;

  const part = (row, name) => row.querySelector(name);
  const rowOf = (element) => element.closest?.('.pt-qa-row');
  const text = (row) => part(row, 'textarea');

  // A new row is a copy of one that is there: its names get a number nobody else has.
  const add = (after) => {
    const row = after.cloneNode(true);
    const number = 'n' + (++made);
    for (const control of row.querySelectorAll('[name^="Rows["]')) {
      control.name = control.name.replace(/\[[^\]]*\]/, '[' + number + ']');
      control.id = control.name.replace(/[^\w]+/g, '_');
    }
    part(row, '[name="Rows.Index"]').value = number;
    text(row).value = '';
    part(row, 'select').value = other[part(after, 'select').value];
    after.after(row);
    return row;
  };

  list.addEventListener('keydown', (event) => {
    // Enter that picks a word in an input method belongs to it.
    if (event.isComposing || event.keyCode === 229) return;
    const row = rowOf(event.target);
    if (!row || !event.target.matches('textarea')) return;
    const plain = !event.shiftKey && !event.ctrlKey && !event.altKey && !event.metaKey;
    if (event.key === 'Enter' && plain) {
      event.preventDefault();
      const next = row.nextElementSibling;
      // Into the row that waits; where the next one is written already, a row between.
      const target = next && text(next).value === '' ? next : add(row);
      text(target).focus();
    } else if (event.key === 'Backspace' && plain && event.target.value === '' && list.children.length > 1) {
      event.preventDefault();
      const back = row.previousElementSibling ?? row.nextElementSibling;
      row.remove();
      const field = text(back);
      field.focus();
      field.setSelectionRange(field.value.length, field.value.length);
      changed();
    }
  });

  // Every change of a draft is kept: a moment after the last key, and at once when the page is left.
  const address = form.dataset.ptTranscript;
  const status = form.querySelector('[data-pt-draft]');
  const seen = form.querySelector('[name=Seen]');
  const turn = form.querySelector('[name=Turn]');
  let turns = Number(turn.value) || 0;
  let timer = 0;
  let busy = 0;
  let dirty = false;
  let sent = false;
  let pressed = null;

  // The portal tells by the turn which of two keepings on their way is the newer one.
  const next = () => { turn.value = String(++turns); };

  const keep = async (leaving) => {
    if (!address || sent || !dirty) return;
    // Who leaves does not wait for an answer: what was typed last would be lost.
    if (busy && leaving !== true) { timer = setTimeout(keep, 300); return; }
    busy++;
    dirty = false;
    next();
    try {
      const answer = await fetch(address, { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { Accept: 'application/json' }, keepalive: leaving === true, redirect: 'error' });
      if (!(answer.headers.get('Content-Type') ?? '').includes('json')) throw new Error('no answer');
      const told = await answer.json();
      status.textContent = told.text;
      // Otherwise a colleague wrote meanwhile, or something is too long: the save button shows both texts, or the field.
      if (answer.ok) seen.value = String(Math.max(Number(seen.value), told.stamp));
    } catch {
      // Away, or signed out: it stays on the page and is tried again.
      dirty = true;
      timer = setTimeout(keep, 5000);
      status.textContent = navigator.onLine ? form.dataset.gone : form.dataset.offline;
    }
    busy--;
    if (pressed && !busy) { const button = pressed; pressed = null; form.requestSubmit(button); }
  };
  const changed = () => { sent = false; dirty = true; clearTimeout(timer); timer = setTimeout(keep, 1200); };
  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') { clearTimeout(timer); keep(true); } });
  // A press while a draft is on its way waits for the answer: else this page would overtake itself.
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    if (!busy) { sent = true; next(); return; }
    event.preventDefault();
    event.stopImmediatePropagation();
    pressed = event.submitter ?? form.querySelector('[data-pt-finish]');
  }, { capture: true });
})();
