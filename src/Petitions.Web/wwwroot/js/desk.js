// The desk's keys and look-up. Everything here is also a button of a plain form.
(() => {
  'use strict';
  const nameOf = (event) => (event.altKey ? 'Alt+' : '') + (event.ctrlKey || event.metaKey ? 'Ctrl+' : '')
    + (event.key.length === 1 ? event.key.toUpperCase() : event.key);
  const entry = () => document.getElementById('desk-entry');
  const field = (id) => { const input = document.getElementById(id); input?.focus(); input?.select(); return Boolean(input); };

  // What an act of the mouse would do, a key does.
  const act = (element) => {
    if (element.matches('details')) { element.open = !element.open; (element.open ? element.querySelector('select, input') : null)?.focus(); if (!element.contains(document.activeElement)) element.querySelector('summary').focus(); }
    else element.click();
  };
  const typed = () => [...(entry()?.elements ?? [])].some((control) =>
    (control.matches('input:not([type=hidden]):not([type=checkbox]):not([type=number]), textarea') && control.value.trim() !== '') || (control.type === 'checkbox' && control.checked));

  document.addEventListener('keydown', (event) => {
    // Keys that pick words in an input method are not ours.
    if (event.isComposing || event.keyCode === 229) return;
    const key = nameOf(event);
    if (key === 'F2' || key === 'F3') {
      if (field(key === 'F2' ? 'Scan' : 'Search')) event.preventDefault();
      return;
    }
    if (key === 'Enter' && event.target instanceof HTMLInputElement && event.target.form === entry() && entry()) {
      // A scanner ends with Enter: look up, fill, go on; never save.
      event.preventDefault();
      document.querySelector('[data-pt-lookup]').click();
      return;
    }
    const target = [...document.querySelectorAll('[data-pt-key]')].find((element) => element.dataset.ptKey === key);
    if (target && (key !== 'Escape' || !document.querySelector('details[data-pt-key][open]'))) {
      event.preventDefault();
      if (key === 'Ctrl+Enter') target.form.requestSubmit(target); else act(target);
    } else if (key === 'Escape') {
      document.querySelector('details[data-pt-key][open]')?.removeAttribute('open');
    }
  });

  document.addEventListener('click', (event) => {
    const clear = event.target.closest?.('[data-pt-clear]');
    if (clear && typed() && !window.confirm(clear.dataset.ptClear)) event.preventDefault();
  });

  // The form shows the parts of what the visitor came for.
  const parts = () => {
    const purpose = document.getElementById('Purpose');
    for (const part of document.querySelectorAll('[data-pt-purpose]')) part.hidden = Boolean(purpose) && part.dataset.ptPurpose !== purpose.value;
  };
  document.addEventListener('change', (event) => { if (event.target.id === 'Purpose') parts(); });
  document.addEventListener('htmx:afterSwap', parts);
  parts();
  // The error summary has the focus when there is one; otherwise the scan field.
  if (!document.getElementById('error-summary') && document.querySelector('[data-pt-desk]')) document.getElementById('Scan')?.focus();

  // What was typed, large, to be read back to a caller word for word.
  const aloud = document.querySelector('[data-pt-read-back]');
  if (aloud) {
    const words = () => { aloud.querySelector('.pt-read-text').textContent = ['Request', 'Text'].map((id) => document.getElementById(id)?.value.trim() ?? '').filter(Boolean).join('\n'); };
    aloud.addEventListener('toggle', words);
    document.addEventListener('input', words);
  }

  // A card reader with a service on this machine.
  const reader = document.querySelector('[data-pt-reader]');
  if (reader) {
    reader.hidden = false;
    reader.addEventListener('click', async () => {
      try {
        const card = await (await fetch(reader.dataset.ptReader)).json();
        document.getElementById('Scan').value = card.number ?? '';
        document.getElementById('Name').value = card.name ?? '';
        document.getElementById('Address').value = card.address ?? '';
        document.querySelector('[data-pt-lookup]').click();
      } catch { document.getElementById('desk-status').textContent = reader.dataset.ptReaderFailed; }
    });
  }
})();
