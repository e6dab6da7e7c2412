import { both } from '../plain/language.ts';
import { line, listOf } from './answer.js';
import { entries, outcomes } from './words.js';

const button = (zh, en, className, act) => {
  const node = document.createElement('button');
  node.type = 'button';
  node.className = className;
  node.append(...both(zh, en));
  node.addEventListener('click', act);
  return node;
};

const save = (signed, id) => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([signed], { type: 'application/jose' }));
  link.download = `receipt-${id}.jws`;
  link.click();
  URL.revokeObjectURL(link.href);
};

/** A button that asks for the signed receipt, then shows it with what prints and what saves. */
export function receiptNodes(entry, slip) {
  const box = document.createElement('div');
  box.className = 'receipt';
  const ask = button('打印或保存回执', 'Print or save a receipt', 'second', async () => {
    ask.disabled = true;
    try {
      const response = await fetch('/api/receipts', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ slip }),
      });
      const body = await response.json();
      if (!response.ok) throw new Error(body.code);
      const { receipt, signed } = body;
      const { short } = entries[entry];
      const code = Object.assign(document.createElement('code'), { textContent: signed });
      const title = outcomes[receipt.outcome].title;
      box.replaceChildren(
        listOf([
          ['id', receipt.id, ['回执编号', 'Receipt']],
          ['at', receipt.at.text, ['核验时间', 'Verified at']],
          ['entry', `${short.zh} ${short.en}`, ['入口', 'Entry']],
          ['outcome', title.join(' '), ['结果', 'Outcome']],
          ['maskedName', receipt.maskedName, ['姓名', 'Name']],
        ]),
        line('签名（公钥见 /.well-known/jwks.json）', 'Signature (keys at /.well-known/jwks.json)', 'help'),
        code,
        button('打印', 'Print', '', () => print()),
        button('保存', 'Save', 'second', () => save(signed, receipt.id)),
      );
    } catch {
      ask.disabled = false;
      box.append(line('回执暂不可用，请重新核验。', 'No receipt now: verify again.', 'problem'));
    }
  });
  box.append(ask);
  return [box];
}
