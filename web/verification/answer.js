import { both } from '../plain/language.ts';
import { verdict } from '../plain/verdict.ts';
import { labels, outcomes } from './words.js';

const element = (name, ...children) => {
  const node = document.createElement(name);
  node.append(...children);
  return node;
};

/** Fills the answer: the verdict, then the rest. */
export function show(section, outcome, nodes = []) {
  const { kind, title, text } = outcomes[outcome];
  section.hidden = false;
  section.className = kind;
  section.replaceChildren(verdict(kind, title, text), ...nodes);
  section.focus({ preventScroll: true });
  section.scrollIntoView({ block: 'nearest' });
}

export function listOf(pairs, className = '') {
  const list = element('dl');
  list.className = className;
  for (const [key, value, label = labels[key]] of pairs)
    if (label && value) list.append(element('dt', ...both(...label)), element('dd', value));
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
  const all = Object.entries({ ...basics, ...destination, ...transfer }).map(([key, value]) => [
    key,
    value,
    key === 'entityName' ? entityLabel : labels[key],
  ]);
  const isFirst = ([key]) => firstOfAll.includes(key);
  const nodes = [listOf(all.filter(isFirst), 'first'), listOf(all.filter((pair) => !isFirst(pair)))];
  if (!transfer) nodes.push(line('签发时尚未登记转递信息。', 'Nothing was registered for this section when it was issued.', 'note'));
  if (changedSince)
    nodes.push(
      line(
        `以上为签发时的内容；${changedSince.text} 有非重要信息更新，不影响核验。`,
        `Shown as issued; something unimportant was updated on ${changedSince.text}, which does not affect it.`,
        'note',
      ),
    );
  nodes.push(
    listOf([
      ['issuedAt', issuedAt.text, ['签发时间', 'Issued']],
      ['validUntil', validUntil.text, ['有效期至', 'Valid until']],
      ['checkedAt', checkedAt.text, ['核验时间', 'Verified at']],
    ]),
  );
  const record = element('div', ...nodes);
  record.className = 'record';
  return [record];
}
