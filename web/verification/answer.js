import { both, labels, outcomes } from './words.js';

const svg = 'http://www.w3.org/2000/svg';
const shapes = {
  valid: ['circle', { cx: 36, cy: 36, r: 33 }, '19,37 31,49 54,24'],
  refused: ['polygon', { points: '22,3 50,3 69,22 69,50 50,69 22,69 3,50 3,22' }, '23,23 49,49 36,36 49,23 23,49'],
  unknown: ['rect', { x: 4, y: 4, width: 64, height: 64, rx: 4 }, '26,28 28,20 40,18 47,25 44,34 36,40 36,46 36,54 36,57'],
  unclear: ['polygon', { points: '36,4 70,66 2,66' }, '36,26 36,48 36,56 36,58'],
};

const element = (name, ...children) => {
  const node = document.createElement(name);
  node.append(...children);
  return node;
};

function shapeOf(kind) {
  const [name, place, stroke] = shapes[kind];
  const draw = (tag, attributes) => {
    const node = document.createElementNS(svg, tag);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };
  const picture = draw('svg', { viewBox: '0 0 72 72', 'aria-hidden': 'true' });
  picture.append(draw(name, { ...place, fill: 'currentColor' }), draw('polyline', { points: stroke, fill: 'none', stroke: '#fff', 'stroke-width': 7, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }));
  return picture;
}

/** Fills the answer: a shape, one word, one sentence, then the rest. */
export function show(section, outcome, nodes = []) {
  const { kind, title, text } = outcomes[outcome];
  section.hidden = false;
  section.className = kind;
  const words = element('div', element('h2', ...both(...title)), element('p', ...both(...text)));
  const verdict = element('div', shapeOf(kind), words);
  verdict.className = 'verdict';
  section.replaceChildren(verdict, ...nodes);
  section.focus({ preventScroll: true });
  section.scrollIntoView({ block: 'nearest' });
}

export function listOf(pairs, className = '') {
  const list = element('dl');
  list.className = className;
  for (const [key, value, label = labels[key]] of pairs) if (label && value) list.append(element('dt', ...both(...label)), element('dd', value));
  return list;
}

export const line = (zh, en, className = '') => {
  const node = element('p', ...both(zh, en));
  node.className = className;
  return node;
};

const firstOfAll = ['name', 'school', 'entityName', 'unitName', 'region'];

/** What a clerk compares with the paper comes first; the rest follows. */
export function recordNodes({ basics, destination, transfer, validUntil, changedSince, issuedAt }, checkedAt) {
  const entityLabel = destination?.entityLabel ? [destination.entityLabel, labels.entityName[1]] : labels.entityName;
  const all = Object.entries({ ...basics, ...destination, ...transfer }).map(([key, value]) => [key, value, key === 'entityName' ? entityLabel : labels[key]]);
  const isFirst = ([key]) => firstOfAll.includes(key);
  const nodes = [listOf(all.filter(isFirst), 'first'), listOf(all.filter((pair) => !isFirst(pair)))];
  if (!transfer) nodes.push(line('签发时尚未登记转递信息。', 'Nothing was registered for this section when it was issued.', 'note'));
  if (changedSince) nodes.push(line(`以上为签发时的内容；${changedSince.text} 有非重要信息更新，不影响核验。`, `Shown as issued; something unimportant was updated on ${changedSince.text}, which does not affect it.`, 'note'));
  nodes.push(listOf([['issuedAt', issuedAt.text, ['签发时间', 'Issued']], ['validUntil', validUntil.text, ['有效期至', 'Valid until']], ['checkedAt', checkedAt.text, ['核验时间', 'Verified at']]]));
  const record = element('div', ...nodes);
  record.className = 'record';
  return [record];
}
