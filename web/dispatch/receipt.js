// A page without a framework: whoever opens a file looks once and never comes back.
import { both, speak } from '../plain/language.ts';

speak({ zh: '档案转递回执', en: 'Receipt of a file' });
const message = document.querySelector('#message');
const list = document.querySelector('#slip');
const form = document.querySelector('#report');

const words = {
  WORKING: ['请稍候…', 'One moment …'],
  OPEN: ['请核对以下信息，确认收到后填写。', 'Compare this with the file, then report it.'],
  REPORTED: ['已报告收到，等待学校确认。谢谢！', 'Reported as received; the school will confirm it. Thank you!'],
  RECEIVED: ['学校已确认收到。', 'The school has confirmed the receipt.'],
  CLOSED: ['该转递单当前不能报告回执，请联系学校。', 'No receipt can be reported for this slip now; please ask the school.'],
  NOT_FOUND: ['二维码无效，请重新扫描转递单右上角的二维码。', 'This code is not valid: scan the code on the slip again.'],
  TOO_MANY: ['请求过于频繁，请稍后再试。', 'Too many requests; try again later.'],
  WRONG: [
    '提交的内容有误，请检查姓名、电话和照片（JPEG、PNG 或 WebP，5 MB 以内）。',
    'Check name, telephone and photograph (JPEG, PNG or WebP, 5 MB at most).',
  ],
  FAILED: ['暂时无法连接，请稍后再试。', 'No connection now; try again later.'],
};

const element = (name, ...children) => {
  const node = document.createElement(name);
  node.append(...children);
  return node;
};

function say(code, isProblem = false) {
  message.replaceChildren(...both(...words[code]));
  message.className = isProblem ? 'problem' : '';
}

function show(slip) {
  const rows = [
    [['转档字', 'Slip'], slip.serial],
    [['寄件学校', 'Sent by'], slip.school],
    [['毕业生', 'Graduate'], slip.maskedName],
    [['收件单位', 'Sent to'], slip.unitName],
    [['档案卷数', 'Volumes'], String(slip.volumes)],
  ];
  list.replaceChildren(...rows.flatMap(([label, value]) => [element('dt', ...both(...label)), element('dd', value)]));
  list.hidden = false;
  form.hidden = !slip.open;
  say(slip.open ? 'OPEN' : slip.status === 'REPORTED' || slip.status === 'RECEIVED' ? slip.status : 'CLOSED');
}

async function send(path, options) {
  say('WORKING');
  try {
    const response = await fetch(path, { method: 'POST', ...options });
    if (response.ok) return show(await response.json());
    const known = { 404: 'NOT_FOUND', 409: 'CLOSED', 429: 'TOO_MANY' };
    say(known[response.status] ?? (response.status < 500 ? 'WRONG' : 'FAILED'), true);
  } catch {
    say('FAILED', true);
  }
  message.focus();
}

// The token leaves the address bar at once: it must not stay in the history of a shared phone.
const token = location.hash.slice(1);
if (token === '') say('NOT_FOUND', true);
else {
  history.replaceState(null, '', location.pathname);
  send('/api/dispatch-receipts/slip', { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }) });
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const body = new FormData(form);
  body.set('token', token);
  const button = form.querySelector('button');
  // Twice would be a second report.
  button.disabled = true;
  await send('/api/dispatch-receipts', { body });
  button.disabled = false;
});
