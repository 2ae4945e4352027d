// Sends files one by one with a bar each. Without it the same form sends them all at once.
(() => {
  const box = document.querySelector('[data-pt-upload]');
  const form = box?.closest('form');
  const input = form?.querySelector('input[type=file]');
  if (!input) return;
  const list = box.querySelector('ul');

  const line = (name) => {
    const item = document.createElement('li');
    const label = document.createElement('span');
    const bar = document.createElement('progress');
    label.textContent = name + ' ' + box.dataset.busy;
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute('aria-label', name);
    item.append(label, ' ', bar);
    list.append(item);
    return { label, bar };
  };

  const send = (file) => new Promise((resolve) => {
    const { label, bar } = line(file.name);
    const body = new FormData(form);
    body.delete('Files');
    body.append('Files', file);
    body.set('Do', 'add');
    const request = new XMLHttpRequest();
    request.open('POST', location.href);
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => { if (event.lengthComputable) bar.value = (event.loaded / event.total) * 100; });
    request.addEventListener('loadend', () => {
      const errors = request.status === 200 && request.response ? request.response.errors : [file.name + ' ' + (request.status === 503 || request.status === 429 ? box.dataset.later : box.dataset.failed)];
      bar.remove();
      label.textContent = errors.length ? errors.join(' ') : file.name + ' ' + box.dataset.done;
      label.className = errors.length ? 'pt-errmsg' : '';
      resolve(errors.length === 0);
    });
    request.send(body);
  });

  let busy = false;
  form.addEventListener('submit', async (event) => {
    if (event.submitter?.value !== 'add' || input.files.length === 0) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    box.hidden = false;
    list.textContent = '';
    let good = true;
    for (const file of [...input.files]) good = (await send(file)) && good;
    busy = false;
    input.value = '';
    if (good) location.assign(form.dataset.ptNext || location.href);
  });
})();
