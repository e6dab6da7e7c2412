// A page without a framework: a clerk looks once and never comes back. The server holds every rule.
const entry = location.pathname.endsWith('/hukou') ? 'hukou' : 'dossier';
const heading = document.querySelector('h1');
heading.textContent = heading.dataset[entry];
document.title = heading.textContent;

const answer = document.querySelector('#answer');
const labels = {
  name: '姓名', gender: '性别', school: '毕业院校', graduationMonth: '毕业时间', yearsOfStudy: '学制', major: '专业', educationLevel: '学历', homeRegion: '生源所在地',
  destination: '毕业去向', entityName: '单位名称', entityRegion: '单位所在地',
  transferType: '转递类型', unitName: '接收单位', unitRegion: '单位地址', region: '迁移所在地', postcode: '邮编', contact: '联系人/联系部门', phone: '联系电话',
};
const refusals = {
  NOT_FOUND: ['✗ 未查询到', '姓名与编号不符，或编号不存在。请核对后重试。Not found.'],
  INVALIDATED: ['✗ 编号已失效', '登记信息已变更，此表不再有效，请向毕业生或学校索取新的编号。No longer valid.'],
  EXPIRED: ['✗ 核验授权已过期', '请毕业生重新授权。Expired.'],
  CLOSED: ['✗ 核验授权已关闭', '毕业生已关闭此授权。Closed.'],
  SERVICE_ENDED: ['✗ 核验服务已截止', '已超过在线核验服务期。The service has ended.'],
};

const element = (name, text) => Object.assign(document.createElement(name), { textContent: text });

function show(kind, title, nodes) {
  answer.hidden = false;
  answer.className = kind;
  answer.replaceChildren(element('h2', title), ...nodes);
}

function listOf(part) {
  const list = document.createElement('dl');
  for (const [key, value] of Object.entries(part)) {
    if (labels[key] && value) list.append(element('dt', labels[key]), element('dd', value));
  }
  return list;
}

function showValid({ basics, destination, transfer, validUntil, changedSince }) {
  const nodes = [listOf(basics), ...(destination ? [listOf(destination)] : [])];
  nodes.push(transfer ? listOf(transfer) : element('p', '签发时尚未登记转递信息。'));
  nodes.push(element('p', `有效期至 ${validUntil.text ?? validUntil.at ?? ''}`));
  if (changedSince) nodes.push(element('p', `此后有非重要信息更新（${changedSince.text ?? ''}），不影响核验。`));
  show('valid', '✓ 核验通过，信息有效', nodes);
}

async function ask(question) {
  try {
    const response = await fetch(`/api/verification/${entry}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(question) });
    const body = await response.json();
    if (!response.ok) show('refused', body.title, [element('p', body.words?.en ?? '')]);
    else if (body.outcome === 'VALID') showValid(body.record);
    else show('refused', refusals[body.outcome][0], [element('p', refusals[body.outcome][1])]);
  } catch {
    show('refused', '网络不通，请重试', [element('p', 'The network is down; try again.')]);
  }
}

document.querySelector('#question').addEventListener('submit', (event) => {
  event.preventDefault();
  const { name, number } = Object.fromEntries(new FormData(event.target));
  ask({ name, number });
});

// A scan carries its token in the fragment, which the browser keeps to itself; it leaves the address bar at once.
const token = location.hash.slice(1);
if (token) {
  history.replaceState(null, '', location.pathname);
  ask({ token });
}
