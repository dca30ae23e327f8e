// Every page works without this script, which only improves it.
import { createAll, Button, CharacterCount, Checkboxes, ErrorSummary, Header, NotificationBanner, Radios, SkipLink } from 'nhsuk-frontend';

let written = false; // whether something is typed that no form saves by itself

document.body.classList.add('js-enabled', 'nhsuk-frontend-supported');
startComponents();
guardForms();
watchSession();
enhanceAutocompletes();
startAutosave();
warnBeforeLoss();
watchFolds();
watchDrops();
sayUploads();
tickGroups();
countChosen();
focusSearch();
searchAsTyped();
watchFrames();
watchUpdates();
sayDownloads();
document.querySelectorAll('[data-submit-on-change]').forEach(control => control.addEventListener('change', () => control.form?.requestSubmit()));

// The components of the NHS library that the pages use; the others stay out of the bundle.
function startComponents(scope = document) {
  [Button, CharacterCount, Checkboxes, ErrorSummary, Header, NotificationBanner, Radios, SkipLink].forEach(component => createAll(component, undefined, { scope }));
}

// A second submit of the same form within three seconds is a double click, whichever button or key sends it.
function guardForms() {
  document.addEventListener('submit', event => {
    const form = event.target;
    if (form.method !== 'post') return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = 'yes';
    setTimeout(() => delete form.dataset.sent, 3000);
  });
}

// Warns two minutes before the session ends; the dialog's data-seconds says how long it lasts from now.
function watchSession() {
  const dialog = document.getElementById('session-dialog');
  if (!dialog?.showModal) return;
  const { seconds: sessionSeconds, keepAlive: sessionKeepAlive, signIn: sessionSignIn } = dialog.dataset;
  const left = dialog.querySelector('[data-session-left]'), said = dialog.querySelector('[data-session-said]');
  const warnSeconds = 120;
  let ends;
  const start = seconds => { ends = Date.now() + seconds * 1000; };
  start(Number(sessionSeconds));
  let typed = false;
  document.addEventListener('input', () => { typed = true; });
  const clock = setInterval(() => {
    const seconds = Math.round((ends - Date.now()) / 1000);
    if (seconds <= 0 && typed) { clearInterval(clock); ended(); return; }
    if (seconds <= 0) { location.assign(`${sessionSignIn}?returnUrl=${encodeURIComponent(location.pathname + location.search)}`); return; }
    if (seconds > warnSeconds) return;
    if (!dialog.open) dialog.showModal();
    const words = seconds > 60 ? '2 minutes' : seconds > 30 ? '1 minute' : `${seconds} seconds`;
    if (left.textContent !== words) {
      left.textContent = words;
      if (seconds % 10 === 0 || seconds > 30) said.textContent = `${words} left`;
    }
  }, 1000);
  // typed text stays on the page: when the person sends it, the portal keeps it, asks for sign-in and then returns it
  const after = dialog.querySelector('[data-session-after]');
  const ended = () => {
    if (!dialog.open) dialog.showModal();
    dialog.querySelector('[data-session-before]').hidden = true;
    after.hidden = false;
    dialog.setAttribute('aria-labelledby', 'session-dialog-ended');
    dialog.setAttribute('aria-describedby', 'session-dialog-kept');
    said.textContent = '';
    document.getElementById('session-dialog-ended').focus(); // the button that had the focus is gone; the heading says what happened
  };
  const stay = async () => {
    try {
      const answer = await fetch(sessionKeepAlive, { credentials: 'same-origin', redirect: 'manual' });
      if (!answer.ok) return;
      start(Number(answer.headers.get('x-session-seconds') ?? sessionSeconds));
      if (dialog.open) dialog.close();
    } catch { /* offline: the countdown goes on */ }
  };
  dialog.querySelector('[data-session-stay]').addEventListener('click', stay);
  dialog.querySelector('[data-session-close]').addEventListener('click', () => dialog.close());
  dialog.addEventListener('cancel', event => { if (after.hidden) { event.preventDefault(); stay(); } });
}

// <select data-autocomplete> becomes a type-ahead over its own options;
// <input data-autocomplete-url="/path?q="> asks the server, which answers [{ "value": "...", "text": "...", "hint": "..." }].
// With data-autocomplete-into="Id_Of_Hidden_Input" the chosen value is kept there; with data-autocomplete-said="..." the words that name it in full.
async function enhanceAutocompletes() {
  const selects = document.querySelectorAll('select[data-autocomplete]');
  const inputs = document.querySelectorAll('input[data-autocomplete-url]');
  if (!selects.length && !inputs.length) return;
  const script = document.createElement('script');
  script.src = '/lib/accessible-autocomplete/accessible-autocomplete.min.js';
  await new Promise((done, failed) => { script.onload = done; script.onerror = failed; document.head.append(script); });
  selects.forEach(enhanceSelect);
  inputs.forEach(enhanceInput);
}

const words = {
  tNoResults: () => 'No match found',
  tStatusQueryTooShort: least => `Type ${least} or more characters for results`,
};
const text = item => typeof item === 'string' ? item : item?.text ?? '';
const escape = plain => { const span = document.createElement('span'); span.textContent = plain; return span.innerHTML; };

// The choice is an option of the select, never its text: two services may have the same name.
function enhanceSelect(select) {
  const { id } = select;
  const holder = document.createElement('div');
  const options = [...select.options].filter(option => option.value && !option.disabled);
  const chosen = () => options.find(option => option.selected);
  select.before(holder);
  const say = chosenLine(holder);
  const choose = option => {
    const before = select.selectedIndex;
    if (option) option.selected = true; else select.value = '';
    say(text(chosen()) || (box().value && 'Nothing chosen yet. Choose from the list'), !!chosen());
    if (select.selectedIndex !== before) select.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const box = () => document.getElementById(id);
  // text typed over a choice clears that choice; a text that exactly one option has chooses that option
  const settle = () => {
    if (box().value === text(chosen())) { say(text(chosen()), true); return; }
    const named = options.filter(option => option.text === box().value);
    choose(named.length === 1 ? named[0] : null);
  };
  const describedBy = select.getAttribute('aria-describedby');
  select.setAttribute('aria-label', document.querySelector(`label[for="${id}"]`)?.textContent ?? ''); // the label now belongs to the box
  select.style.display = 'none';
  select.id = `${id}-select`;
  window.accessibleAutocomplete({
    element: holder, id, name: '', defaultValue: text(chosen()), confirmOnBlur: false, autoselect: false,
    showAllValues: select.options.length <= 30, displayMenu: 'overlay', inputClasses: 'nhsuk-input', menuClasses: 'dco-autocomplete__menu', ...words,
    source: (query, show) => {
      const typed = query.toLowerCase().split(/\s+/);
      show(options.filter(option => typed.every(word => option.text.toLowerCase().includes(word))));
    },
    templates: { inputValue: text, suggestion: option => escape(text(option)) },
    onConfirm: option => { if (option) choose(option); },
  });
  if (describedBy) box().setAttribute('aria-describedby', `${describedBy} ${box().getAttribute('aria-describedby') ?? ''}`.trim());
  // speech software sets the text without typing, so leaving the box counts as a change too
  ['input', 'blur'].forEach(event => box().addEventListener(event, settle));
  say(text(chosen()), true);
  if (select.autofocus) box().focus();
}

// Shows the whole choice beneath a type-ahead: its box may be too narrow for the words that tell equal names apart.
function chosenLine(holder) {
  const line = document.createElement('p');
  line.className = 'dco-autocomplete__chosen';
  line.setAttribute('role', 'status');
  holder.after(line);
  return (what, isChosen) => {
    const said = what && isChosen ? `Chosen: ${what}` : what;
    if (line.textContent !== said) line.textContent = said;
  };
}

function enhanceInput(input) {
  const holder = document.createElement('div');
  const { autocompleteUrl: url, autocompleteInto: into, autocompleteSaid: saidInto } = input.dataset;
  const hidden = into ? document.getElementById(into) : null;
  const said = saidInto ? document.getElementById(saidInto) : null;
  const { id, name, value } = input;
  const describedBy = input.getAttribute('aria-describedby');
  let asked = 0, waiting, searching = false;
  const source = (query, show) => {
    clearTimeout(waiting);
    searching = true;
    waiting = setTimeout(async () => {
      const mine = ++asked;
      try {
        const answer = await fetch(url + encodeURIComponent(query), { headers: { accept: 'application/json' }, credentials: 'same-origin' });
        const found = answer.ok ? await answer.json() : [];
        if (mine === asked) { searching = false; show(found); }
      } catch { if (mine === asked) { searching = false; show([]); } }
    }, 200);
  };
  input.replaceWith(holder);
  const say = chosenLine(holder);
  const keep = (chosen, words) => {
    hidden.value = chosen;
    if (said) said.value = words;
    say(words, true);
  };
  window.accessibleAutocomplete({
    element: holder, id, name, defaultValue: value, source, minLength: 2, confirmOnBlur: false, autoselect: false,
    displayMenu: 'overlay', // a closing menu must not move the button that the person is about to click
    inputClasses: input.className, menuClasses: 'dco-autocomplete__menu', ...words,
    tNoResults: () => searching ? 'Searching' : input.dataset.autocompleteNone ?? words.tNoResults(), // not "No match found" before the server has answered
    templates: { inputValue: text, suggestion: item => escape(text(item)) + (item?.hint ? `<span class="dco-autocomplete__hint">${escape(item.hint)}</span>` : '') },
    onConfirm: item => {
      if (item === undefined || !hidden) return;
      keep(item.value ?? '', item.hint ? `${text(item)}, ${item.hint}` : text(item));
      hidden.dataset.text = text(item);
      ['input', 'change'].forEach(event => hidden.dispatchEvent(new Event(event, { bubbles: true }))); // what is picked is saved as what is typed is
    },
  });
  const box = document.getElementById(id);
  if (box && describedBy) box.setAttribute('aria-describedby', `${describedBy} ${box.getAttribute('aria-describedby') ?? ''}`.trim());
  if (location.hash.slice(1) === id) box?.focus(); // the box that the browser went to has been replaced
  if (!hidden) return;
  hidden.dataset.text = value;
  // a value that is shown may also be typed: then it is no longer the one that was picked
  const isShown = hidden.type !== 'hidden';
  if (isShown) hidden.addEventListener('input', event => { if (event.isTrusted) { said.value = ''; say('', true); } });
  if (hidden.value && said) say(said.value, true);
  // typing over a chosen name clears the choice
  box?.addEventListener('input', () => {
    if (box.value !== hidden.dataset.text && (!isShown || said.value)) keep('', '');
    box.closest('.dco-person')?.querySelector('[data-linked]')?.remove(); // it was about the name before
  });
}

// <form data-autosave="/path"> posts itself in the background two seconds after typing stops and when the person leaves the page, who need not be
// warned; [data-autosave-said] shows the result. A change within [data-redraws] is saved at once, and each part with [data-redrawn] is taken from
// the page that comes back, so that the questions fit the answers.
function startAutosave() {
  document.querySelectorAll('form[data-autosave]').forEach(form => {
    const said = form.querySelector('[data-autosave-said]');
    const touched = new Set();
    let waiting, redrawing, sending, dirty = false, signedOut = false;
    // what the background does not send: the browser forgets it with the page
    const chosen = () => [...form.querySelectorAll('input[type=file]')].reduce((sum, input) => sum + input.files.length, 0);
    const notUploaded = () => chosen() === 0 ? '' : `. ${chosen() === 1 ? '1 file is' : `${chosen()} files are`} chosen and not uploaded yet`;
    const save = async (header = 'x-autosave', leaving = false) => {
      clearTimeout(waiting);
      dirty = false;
      sending?.abort(); // what is sent now holds all of it, and must not be overtaken
      const mine = sending = new AbortController();
      const body = new FormData(form);
      [...body.entries()].forEach(([key, value]) => { if (value instanceof File) body.delete(key); });
      try {
        const answer = await fetch(form.dataset.autosave, { method: 'POST', body, credentials: 'same-origin', redirect: 'manual', keepalive: leaving, signal: mine.signal, headers: { [header]: 'yes' } });
        const time = new Date().toLocaleTimeString('en-GB', { hour: 'numeric', minute: '2-digit', hour12: true }).replace(' ', '');
        if (answer.status === 409) { // saved by a colleague or in another window: the page that the button brings shows both, and leaving warns from now on
          delete form.dataset.autosave;
          written = true;
          if (said) {
            said.textContent = 'Not saved: this draft was changed in another window or by a colleague. Save the form to compare.';
            said.classList.add('dco-lost');
          }
          return;
        }
        if (answer.status === 410) { // answered or closed meanwhile: the button says by whom, and gives back what was typed
          delete form.dataset.autosave;
          written = true;
          if (said) {
            said.textContent = 'Not saved: this was answered or closed meanwhile. Save the form to see by whom. What you typed comes back.';
            said.classList.add('dco-lost');
          }
          return;
        }
        if (answer.type === 'opaqueredirect') { // signed out elsewhere: the page keeps what was typed, and the button waits
          signedOut = written = dirty = true;
          if (said) {
            said.textContent = 'You are signed out, so nothing is saved. Sign in again in another tab, then come back to this one and save. What you typed stays here.';
            said.classList.add('dco-lost');
          }
          return;
        }
        signedOut = false;
        said?.classList.toggle('dco-lost', !answer.ok);
        written = !answer.ok; // what is not saved would go with the page: leaving asks
        if (answer.status === 400) { // a part is too long: the others are saved
          if (said) said.textContent = 'Something here is too long, and is not saved: shorten it. Everything else is saved.';
          return answer;
        }
        if (said) said.textContent = answer.ok ? `Draft saved at ${time}${notUploaded()}` : 'The draft could not be saved. Use the save button.';
        return answer;
      } catch {
        if (mine.signal.aborted) return;
        dirty = written = true;
        if (said) said.textContent = 'You are offline. The draft is not saved yet.';
      }
    };
    const redraw = async () => {
      touched.clear();
      const answer = await save('x-redraw');
      const page = answer?.ok && await answer.text().catch(() => ''); // '': sent or overtaken while it was read
      if (page) redrawParts(form, new DOMParser().parseFromString(page, 'text/html'), touched);
    };
    const left = `left:${form.dataset.autosave}`;
    const leave = () => {
      if (!dirty) return;
      sessionStorage.setItem(left, Date.now());
      save('x-autosave', true);
    };
    // whoever is back at once may be shown the page as it was before that save had arrived
    const back = Date.now() - sessionStorage.getItem(left) < 2000;
    sessionStorage.removeItem(left);
    if (back) setTimeout(() => { if (!dirty) location.reload(); }, 700);
    form.addEventListener('input', event => {
      if (!form.dataset.autosave) return;
      dirty = true;
      touched.add(event.target.closest('[data-redrawn]'));
      clearTimeout(waiting);
      waiting = setTimeout(save, 2000);
    });
    form.addEventListener('change', event => {
      if (!form.dataset.autosave || !event.target.closest('[data-redraws]')) return;
      clearTimeout(redrawing);
      redrawing = setTimeout(redraw, 300);
    });
    form.addEventListener('submit', async event => {
      clearTimeout(waiting);
      clearTimeout(redrawing);
      if (!signedOut) { dirty = false; sending?.abort(); return; }
      // sent while signed out it would be lost: first the portal is asked whether somebody has signed in again
      const { submitter } = event;
      event.preventDefault();
      event.stopPropagation();
      if ((await save())?.ok) { written = false; form.requestSubmit(submitter); }
    });
    let submitting = false;
    document.addEventListener('submit', event => { submitting = event.target === form; });
    addEventListener('beforeunload', event => {
      leave();
      if (chosen() > 0 && !submitting) event.preventDefault();
    });
    addEventListener('pagehide', leave);
  });
}

// What the person is in, or has typed in meanwhile, stays as it is; then the mark of what was asked stays too, and the portal asks again.
function redrawParts(form, fresh, touched) {
  const parts = [...form.querySelectorAll('[data-redrawn]')].sort((a, b) => (a.dataset.redrawn === 'last') - (b.dataset.redrawn === 'last'));
  let complete = true;
  parts.forEach(part => {
    const newer = fresh.getElementById(part.id);
    if (!newer) return;
    if (part.dataset.redrawn === 'last') { if (complete) part.value = newer.value; return; }
    if (part.contains(document.activeElement) || touched.has(part)) { complete = false; return; }
    if (part.getAttribute('role') === 'status' && part.textContent.trim() === newer.textContent.trim()) return; // said once
    part.querySelectorAll('details[open][id]').forEach(fold => { const same = newer.querySelector(`#${fold.id}`); if (same) same.open = true; });
    part.replaceChildren(...newer.childNodes);
    startComponents(part);
  });
}

// How many fields of a folded part are filled in, and the part that a choice calls for.
function watchFolds() {
  document.addEventListener('input', event => {
    const fold = event.target.closest('details.dco-fold'), note = fold?.querySelector(':scope > summary [data-fold-count]');
    if (!note) return;
    const filled = new Set([...fold.querySelectorAll('input, select, textarea')]
      .filter(field => field.name && (['radio', 'checkbox'].includes(field.type) ? field.checked : !['hidden', 'file'].includes(field.type) && field.value.trim()))
      .map(field => field.name.replace(/\.(Day|Month|Year)$/, ''))).size;
    note.textContent = filled ? `${filled} filled in` : 'Nothing yet';
  });
  document.addEventListener('change', event => {
    const { opens, opensAt } = event.target.closest('[data-opens]')?.dataset ?? {};
    if (opens && event.target.value === opensAt) document.getElementById(opens).open = true;
  });
}

// <div data-drop="/address" data-drop-into="Id_Of_A_List"> around a file input: what is chosen, or dropped on it, is sent at once, one file after the
// other, each with its progress. The address answers with an item of the list, or says why it refuses the file; the others go on.
function watchDrops() {
  const zones = document.querySelectorAll('[data-drop]');
  // a file that misses the zone must not replace the page
  if (zones.length) ['dragover', 'drop'].forEach(event => document.addEventListener(event, e => e.preventDefault()));
  zones.forEach(zone => {
    const input = zone.querySelector('input[type=file]'), { form } = input, list = document.getElementById(zone.dataset.dropInto);
    const files = zone.querySelector('[data-drop-files]'), said = zone.querySelector('[data-drop-said]'), added = document.querySelector('[data-drop-added]'), count = added.querySelector('[data-drop-count]');
    const queue = [];
    let sending = false, leaveWith = null;
    zone.classList.add('dco-drop--on');
    const show = file => {
      const item = document.createElement('li'), bar = document.createElement('progress'), words = document.createElement('span');
      item.className = 'dco-drop__file';
      bar.max = 1; bar.value = 0;
      bar.setAttribute('aria-label', `Uploading ${file.name}`);
      words.textContent = 'Waiting';
      item.append(`${file.name} `, bar, ' ', words);
      files.append(item);
      return { file, item, bar, words };
    };
    const keep = (upload, html) => {
      const part = document.createElement('template');
      part.innerHTML = html;
      const item = part.content.firstElementChild, { name } = item.querySelector('select');
      if (![...list.querySelectorAll('select')].some(kind => kind.name === name)) list.append(item); // the same file again is kept once
      const many = list.children.length;
      count.textContent = `${many} ${count.dataset.dropCount}${many === 1 ? '' : 's'}`;
      added.hidden = false;
      upload.item.remove();
      said.textContent = `${upload.file.name} uploaded. ${count.parentElement.textContent.trim()}.`;
    };
    const refuse = (upload, why, again) => {
      upload.bar.remove();
      upload.words.className = 'nhsuk-error-message';
      upload.words.textContent = why;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'dco-link';
      button.textContent = again ? 'Try again' : 'Clear';
      const about = document.createElement('span');
      about.className = 'nhsuk-u-visually-hidden';
      about.textContent = ` ${upload.file.name}`;
      button.append(about);
      button.addEventListener('click', () => { upload.item.remove(); input.focus(); if (again) add([upload.file]); });
      upload.item.append(' ', button);
      said.textContent = `${upload.file.name} was not uploaded. ${why}`;
    };
    const send = upload => new Promise(done => {
      const body = new FormData(), request = new XMLHttpRequest();
      body.append('__RequestVerificationToken', form.querySelector('[name=__RequestVerificationToken]').value);
      body.append('file', upload.file);
      request.open('POST', zone.dataset.drop);
      request.upload.onprogress = event => {
        upload.bar.value = event.loaded / event.total;
        upload.words.textContent = event.loaded < event.total ? `${Math.round(100 * event.loaded / event.total)}%` : 'Being checked for viruses';
      };
      request.onloadend = () => {
        if (request.status === 200 && request.responseURL.endsWith(zone.dataset.drop)) keep(upload, request.responseText);
        else if (request.status === 422) refuse(upload, request.responseText, false);
        else if (request.status === 413) refuse(upload, 'It is too large.', false);
        else if (request.status === 429) refuse(upload, 'Too many files at once. Wait a minute.', true);
        else if (request.status === 0) refuse(upload, 'The connection was lost.', true);
        else refuse(upload, 'It could not be sent. Reload the page, then choose it again.', false);
        done();
      };
      request.send(body);
    });
    const add = async chosen => {
      queue.push(...[...chosen].map(show));
      if (sending) return;
      sending = true;
      while (queue.length) await send(queue.shift());
      sending = false;
      if (leaveWith) { const button = leaveWith; leaveWith = null; form.requestSubmit(button); }
    };
    input.addEventListener('change', () => { add(input.files); input.value = ''; });
    let over = 0;
    zone.addEventListener('dragenter', () => { over++; zone.classList.add('dco-drop--over'); });
    zone.addEventListener('dragleave', () => { if (--over <= 0) { over = 0; zone.classList.remove('dco-drop--over'); } });
    zone.addEventListener('drop', event => { over = 0; zone.classList.remove('dco-drop--over'); add(event.dataTransfer.files); });
    // a button pressed meanwhile waits for the files; only here would leaving lose something
    form.addEventListener('submit', event => {
      if (!sending) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      leaveWith = event.submitter;
      said.textContent = 'The page goes on when the files have arrived.';
    }, true);
    addEventListener('beforeunload', event => { if (sending) event.preventDefault(); });
  });
}

// A form that carries files says so while they are on their way: the next page comes only when they have arrived.
function sayUploads() {
  document.querySelectorAll('form[enctype="multipart/form-data"]').forEach(form => form.addEventListener('submit', () => {
    const many = [...form.querySelectorAll('input[type=file]')].reduce((sum, input) => sum + input.files.length, 0);
    if (!many || form.querySelector('[data-uploading]')) return;
    const line = document.createElement('p'), bar = document.createElement('progress');
    line.setAttribute('role', 'status');
    line.dataset.uploading = 'yes';
    bar.setAttribute('aria-label', 'Uploading');
    form.append(line);
    line.append(`Uploading ${many} file${many === 1 ? '' : 's'}. This can take a minute. `, bar);
  }));
}

// <button data-counts="request"> shows how many requests its form will send: boxes ticked, and choices from the directory.
function countChosen() {
  document.querySelectorAll('button[data-counts]').forEach(button => {
    const { form } = button, plain = button.textContent, { counts: one } = button.dataset;
    const count = () => {
      // what was chased today is reminded of only when the person says so
      const boxes = [...form.querySelectorAll('[name=Ask]:checked, [name=Requests]:checked')].filter(b => !b.dataset.done || form.querySelector('[name=Again]:checked'));
      const chosen = boxes.length + [...form.querySelectorAll('select[data-autocomplete]')].filter(s => s.value).length;
      const words = chosen === 0 ? plain : `Send ${chosen} ${one}${chosen === 1 ? '' : 's'}`;
      const counted = form.querySelector('[data-counted]');
      if (counted) counted.textContent = chosen === 0 ? '' : `${chosen} ${one}${chosen === 1 ? '' : 's'} to ${trustsOf(form, boxes, button.dataset.groups ?? 'trust')}`;
      if (button.textContent !== words) button.firstChild.data = words; // the text node stays, or a click that began on it would end on another and be lost
    };
    form.addEventListener('change', count);
    form.addEventListener('focusout', () => setTimeout(count)); // a type-ahead that the person leaves without a choice clears its select
    window.addEventListener('pageshow', count); // Back restores ticks without a change event
    count();
  });
}

// "2 trusts": of the boxes ticked by their data-trust, of the choices by the group that they stand in.
function trustsOf(form, boxes, group) {
  const names = boxes.map(box => box.dataset.trust)
    .concat([...form.querySelectorAll('select[data-autocomplete]')].filter(s => s.value).map(s => s.selectedOptions[0].parentElement.label));
  const { size } = new Set(names);
  return `${size} ${group}${size === 1 ? '' : 's'}`;
}

// A box in [data-ticks-all] ticks the named boxes of its group. It is hidden unless this script runs.
function tickGroups() {
  document.querySelectorAll('[data-ticks-all]').forEach(part => {
    const group = part.closest('[role=group], [data-group]'), all = part.querySelector('input');
    const boxes = [...group.querySelectorAll('input[type=checkbox][name]')];
    const show = () => {
      const ticked = boxes.filter(box => box.checked).length;
      all.checked = ticked === boxes.length;
      all.indeterminate = ticked > 0 && ticked < boxes.length;
    };
    group.addEventListener('change', event => {
      if (event.target === all) boxes.forEach(box => { box.checked = all.checked; });
      else show();
    });
    window.addEventListener('pageshow', show); // Back restores ticks without a change event
    part.hidden = false;
    show();
  });
}

// <form data-undo="30"> counts its seconds for the eye alone, and goes when they have passed.
document.querySelectorAll('[data-undo]').forEach(form => {
  const until = Date.now() + form.dataset.undo * 1000, left = form.querySelector('[data-undo-left]');
  const count = setInterval(() => {
    const seconds = Math.ceil((until - Date.now()) / 1000);
    if (seconds > 0) { left.textContent = seconds; return; }
    clearInterval(count);
    const had = form.contains(document.activeElement);
    form.replaceChildren('It is too late to undo.');
    if (had) form.closest('[role=alert]').focus(); // the button that had the focus is gone
  }, 1000);
});
// The box in the header shows what it finds as one types. The words are posted, so that no name stands in an address.
function searchAsTyped() {
  const box = document.getElementById('search-field'), found = document.querySelector('[data-search-found]');
  if (!box || !found) return;
  const said = document.querySelector('[data-search-said]');
  let waiting, asked = 0;
  const close = () => { clearTimeout(waiting); asked++; found.hidden = true; found.replaceChildren(); said.textContent = ''; };
  const ask = async () => {
    const mine = ++asked;
    let html = '';
    try {
      const answer = await fetch(found.dataset.searchFound, { method: 'POST', body: new FormData(box.form), credentials: 'same-origin', redirect: 'manual' });
      if (answer.status === 200) html = await answer.text();
    } catch { /* offline: the button still searches */ }
    if (mine !== asked) return;
    if (!html) { close(); return; }
    found.innerHTML = html;
    found.hidden = false;
    const count = found.querySelector('[data-found-count]').textContent;
    said.textContent = found.querySelector('a') ? `${count}. Press the down arrow to go to them.` : count;
  };
  box.addEventListener('input', () => {
    clearTimeout(waiting);
    if (box.value.trim().length < 2) { close(); return; }
    waiting = setTimeout(ask, 250);
  });
  box.form.addEventListener('keydown', event => {
    if (found.hidden) return;
    const stops = [...found.querySelectorAll('a, button')], at = stops.indexOf(document.activeElement);
    if (event.key === 'Escape') { event.preventDefault(); close(); box.focus(); }
    else if (event.key === 'ArrowDown' && (document.activeElement === box || at >= 0)) { event.preventDefault(); stops[Math.min(at + 1, stops.length - 1)].focus(); }
    else if (event.key === 'ArrowUp' && at >= 0) { event.preventDefault(); (stops[at - 1] ?? box).focus(); }
  });
  box.form.addEventListener('focusout', event => { if (event.relatedTarget && !box.form.contains(event.relatedTarget)) close(); });
  document.addEventListener('pointerdown', event => { if (!found.hidden && !box.form.contains(event.target)) close(); });
  box.form.addEventListener('submit', close);
}

// "/" goes to the search box, unless the person is typing. A box on the search page turns it off, because speech software types single keys.
function focusSearch() {
  const box = document.getElementById('search-field'), choice = document.querySelector('[data-search-key]');
  const off = 'dco-search-key-off';
  if (choice) {
    const tick = choice.querySelector('input');
    tick.checked = !localStorage.getItem(off);
    tick.addEventListener('change', () => tick.checked ? localStorage.removeItem(off) : localStorage.setItem(off, 'yes'));
    choice.hidden = false;
  }
  if (!box) return;
  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(off)) return;
    if (event.target.closest('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], dialog')) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}

// A frame is a stop for the Tab key only where its content really scrolls.
function watchFrames() {
  const watcher = new ResizeObserver(frames => frames.forEach(({ target: frame }) => {
    if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0;
    else if (frame !== document.activeElement) frame.removeAttribute('tabindex');
  }));
  document.querySelectorAll('.dco-scroll').forEach(frame => watcher.observe(frame));
}

// <div data-updates="/address"> is brought up to date every three seconds by the part at that address, until one has [data-updates-end] or the
// person pauses it. What changed is said when the part's data-step does.
function watchUpdates() {
  const part = document.querySelector('[data-updates]');
  if (!part) return;
  const said = document.querySelector('[data-updates-said]'), pause = document.querySelector('[data-updates-pause]');
  const step = () => part.firstElementChild?.dataset.step;
  let waiting, paused = false;
  const again = () => { waiting = setTimeout(update, 3000); };
  const update = async () => {
    const before = step();
    try {
      const answer = await fetch(part.dataset.updates, { credentials: 'same-origin', redirect: 'manual' });
      if (answer.ok && !paused) part.innerHTML = await answer.text();
    } catch { /* offline: it is tried again */ }
    if (step() !== before) said.textContent = part.querySelector('p').textContent;
    if (part.querySelector('[data-updates-end]')) pause.hidden = true;
    else if (!paused) again();
  };
  pause.addEventListener('click', () => {
    paused = !paused;
    clearTimeout(waiting);
    pause.textContent = paused ? 'Go on updating' : 'Pause updates';
    said.textContent = paused ? 'Updates are paused' : 'Updates go on';
    if (!paused) update();
  });
  pause.hidden = false;
  again();
}

// A file that the portal must make first: says so until it is on its way, which the answer's cookie tells.
function sayDownloads() {
  document.querySelectorAll('a[data-made]').forEach(link => {
    const said = document.createElement('span');
    said.setAttribute('role', 'status');
    link.after(said);
    link.addEventListener('click', event => {
      event.preventDefault();
      if (said.textContent === link.dataset.made) return;
      const number = String(crypto.getRandomValues(new Uint32Array(1))[0]);
      said.textContent = link.dataset.made;
      const address = new URL(link.href);
      address.searchParams.set('made', number);
      location.assign(address);
      const since = Date.now();
      const wait = setInterval(() => {
        const isMade = document.cookie.split('; ').includes(`dco-made=${number}`);
        if (!isMade && Date.now() - since < 120000) return;
        clearInterval(wait);
        said.textContent = isMade ? 'The download has started' : 'The file was not made. Try again';
      }, 300);
    });
  });
}

// A form that does not save itself: the browser asks before a page is left on which somebody has written sentences, or has ticked
// or typed anything in a form that [data-warns].
function warnBeforeLoss() {
  const forms = new Set(); // those in which it is
  // what came back with an error is not saved yet
  if (document.querySelector('form[data-autosave] .nhsuk-error-message')) written = true;
  document.addEventListener('input', event => {
    const { form } = event.target;
    if (form?.method !== 'post' || form.dataset.autosave || !(form.dataset.warns || event.target.matches('textarea'))) return;
    written = true;
    forms.add(form);
  });
  // the button of another form saves nothing of it: first of all, before anything else hears of the button
  addEventListener('submit', event => {
    const isElsewhere = [...forms].some(form => form.isConnected && form !== event.target);
    if (isElsewhere && !confirm('You have typed something in another part of this page, which this button does not save. Go on without it?')) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    written = false;
    forms.clear();
  }, true);
  addEventListener('beforeunload', event => { if (written) event.preventDefault(); });
}

// Print and copy buttons are hidden unless this script runs.
document.querySelectorAll('[data-print]').forEach(button => { button.hidden = false; button.addEventListener('click', () => window.print()); });
document.querySelectorAll('[data-copy]').forEach(button => {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
    button.textContent = 'Copied';
    const said = document.querySelector('[data-copy-said]');
    if (said) said.textContent = 'Copied';
  });
});

// A link to a closed section opens it, for browsers that only scroll to it.
const openTarget = () => {
  const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  const fold = target && target.closest('details.dco-fold');
  if (!fold || fold.open) return;
  fold.open = true;
  target.scrollIntoView();
};
addEventListener('hashchange', openTarget);
openTarget();

// opens closed parts before printing, for browsers that cannot do so by style alone
let openedForPaper = [];
addEventListener('beforeprint', () => {
  openedForPaper = [...document.querySelectorAll('details:is(.dco-why, .dco-fold):not([open])')];
  openedForPaper.forEach(part => { part.open = true; });
});
addEventListener('afterprint', () => { openedForPaper.forEach(part => { part.open = false; }); });
