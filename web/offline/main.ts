// A page without a framework: it must fit into the cache of an old phone. What is good or bad is domain/offline's to say.
import { formatInstant } from '../../domain/calendar/shanghai.ts';
import { answerWords, paperWords } from '../../domain/offline/answer-words.ts';
import { verifyEd25519 } from '../../domain/offline/ed25519.ts';
import { judgeStatement, type OfflineAnswer } from '../../domain/offline/judge-statement.ts';
import { readKnowledge, updateKnowledge } from './knowledge.ts';
import { readCode, scan } from './read-code.ts';

const updateEveryMs = 5 * 60_000;

function find<T extends Element>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

const answerBox = find<HTMLElement>('#answer');
const troubleBox = find<HTMLElement>('#trouble');
const codeBox = find<HTMLTextAreaElement>('#code');

const element = <K extends keyof HTMLElementTagNameMap>(name: K, text: string): HTMLElementTagNameMap[K] => Object.assign(document.createElement(name), { textContent: text });

function show(answer: OfflineAnswer): void {
  const { title, advice } = answerWords(answer);
  const nodes: Node[] = [element('h2', `${title.zh} ${title.en}`), element('p', advice.zh), Object.assign(element('p', advice.en), { lang: 'en' })];
  if (answer.statement) {
    const list = document.createElement('dl');
    for (const [label, text] of paperWords(answer.statement)) list.append(element('dt', label), element('dd', text));
    nodes.push(list);
  }
  answerBox.className = answer.answer;
  answerBox.hidden = false;
  answerBox.replaceChildren(...nodes);
}

function trouble(text: string): void {
  troubleBox.textContent = text;
  troubleBox.hidden = text === '';
}

async function verify(scanned: string): Promise<void> {
  trouble('');
  codeBox.value = scanned;
  const kept = await readKnowledge();
  const now = Date.now() + (kept?.clockAheadMs ?? 0);
  show(await judgeStatement(scanned, { keys: kept?.keys ?? new Map(), lists: kept?.lists ?? new Map(), now, verifySignature: verifyEd25519 }));
}

async function update(): Promise<void> {
  const updated = await updateKnowledge().then(() => true, () => false);
  const kept = await readKnowledge();
  const lists = kept?.oldestList === undefined || kept.oldestList === null ? '没有状态列表' : `状态列表截至 ${formatInstant(kept.oldestList).slice(0, 16)}`;
  find('#knowledge').textContent = `${updated ? '已联网更新' : '未联网'}；${lists}`;
}

let scanning: AbortController | undefined;

async function toggleCamera(): Promise<void> {
  if (scanning) return scanning.abort();
  scanning = new AbortController();
  trouble('');
  try {
    const code = await scan(find<HTMLVideoElement>('#view'), scanning.signal);
    if (code !== undefined) await verify(code);
  } catch {
    trouble('无法使用摄像头，请选择照片或粘贴内容。No camera: choose a photo or paste the text.');
  } finally {
    scanning = undefined;
  }
}

async function readPhoto(file: File): Promise<void> {
  const code = await createImageBitmap(file).then(readCode).catch(() => undefined);
  if (code === undefined) trouble('照片中没有找到二维码。No code in this photo.');
  else await verify(code);
}

find('#question').addEventListener('submit', (event) => {
  event.preventDefault();
  void verify(codeBox.value);
});
find('#camera').addEventListener('click', () => void toggleCamera());
find('#update').addEventListener('click', () => void update());
find('#photo').addEventListener('change', ({ target }) => {
  const [file] = (target as HTMLInputElement).files ?? [];
  if (file) void readPhoto(file);
});

void navigator.serviceWorker?.register('/offline-worker.js', { scope: '/offline' });
setInterval(() => void update(), updateEveryMs);
void update().then(() => (location.hash.length > 1 ? verify(location.hash) : undefined));
