// A page without a framework: a clerk looks once and never comes back. Rules come from the server, as modules or as answers.
import { recordNodes, line, show } from './answer.js';
import { receiptNodes } from './receipt.js';
import { both, speak } from '../plain/language.ts';
import { entries, numberProblems, scanProblems } from './words.js';
import { checkNumber } from '../../domain/numbers/read-number.ts';

const entry = location.pathname.endsWith('/hukou') ? 'hukou' : 'dossier';
const section = document.querySelector('#answer');
const form = document.querySelector('#question');

document.querySelector('h1').append(...both(entries[entry].zh, entries[entry].en));
speak(entries[entry]);

async function ask(question) {
  show(section, 'WORKING');
  try {
    const response = await fetch(`/api/verification/${entry}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(question),
    });
    const body = await response.json();
    if (body.code === 'CHALLENGE_REQUIRED' && !question.proof) {
      const { solve } = await import('/verification/assets/challenge.js');
      return ask({ ...question, proof: await solve(body.challenge) });
    }
    if (response.status === 429) return show(section, 'TOO_MANY');
    if (!response.ok) return show(section, 'CANNOT_TELL');
    const { outcome, record, slip, checkedAt } = body;
    if (outcome === 'NOT_FOUND') return show(section, outcome);
    const nodes =
      outcome === 'VALID' ? recordNodes(record, checkedAt) : [line(`核验时间 ${checkedAt.text}`, `Verified at ${checkedAt.text}`)];
    show(section, outcome, [...nodes, ...receiptNodes(entry, slip)]);
  } catch {
    show(section, 'CANNOT_TELL');
  }
}

function complain(id, problem) {
  const input = document.querySelector(`#${id}`);
  if (input instanceof HTMLInputElement) input.setAttribute('aria-invalid', String(problem !== undefined));
  document.querySelector(`#${id}-problem`).replaceChildren(...(problem ? both(...problem) : []));
  return problem === undefined;
}

// What cannot be a number is said at once, by the server's own check, and nothing is sent.
function checkTyped(whole) {
  const { value } = form.elements.number;
  if (value.trim() === '') return complain('number', whole ? numberProblems.REQUIRED : undefined);
  const checked = checkNumber(value);
  return complain('number', checked.ok || (!whole && checked.problem === 'LENGTH') ? undefined : numberProblems[checked.problem]);
}
form.elements.number.addEventListener('input', () => checkTyped(false));
form.elements.number.addEventListener('change', () => checkTyped(true));

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const name = form.elements.name.value.trim();
  const isNamed = complain('name', name === '' ? ['请输入姓名', 'Enter the name'] : undefined);
  if (!checkTyped(true) || !isNamed) return document.querySelector('[aria-invalid="true"]').focus();
  ask({ name, number: form.elements.number.value });
});

// Loaded when it is wanted: phones open a scanned address by themselves.
const scanner = document.querySelector('#scanner');
async function read(how) {
  complain('scan', undefined);
  try {
    const { readScan } = await import('/verification/assets/scan.js');
    const scanned = await how(readScan);
    if (scanned === undefined) return;
    if (scanned.pathname !== location.pathname) return location.assign(scanned.pathname + scanned.hash);
    ask({ token: scanned.hash.slice(1) });
  } catch ({ message }) {
    complain('scan', scanProblems[message] ?? scanProblems.CAMERA);
  }
}
scanner.querySelector('#scan').addEventListener('click', () => read((scan) => scan.camera(scanner.querySelector('video'))));
scanner.querySelector('#photo').addEventListener('change', ({ target }) => {
  const [file] = target.files;
  // The same photo may be chosen again.
  target.value = '';
  if (file) read((scan) => scan.photo(file));
});

// A scan carries its token in the fragment, which the browser keeps to itself; it leaves the address bar at once.
const token = location.hash.slice(1);
if (token) {
  history.replaceState(null, '', location.pathname);
  ask({ token });
}
