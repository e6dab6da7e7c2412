// A page without a framework: it must fit into the cache of an old phone. What is good or bad is domain/offline's to say.
import { formatInstant } from '../../domain/calendar/shanghai.ts';
import { answerWords, paperWords } from '../../domain/offline/answer-words.ts';
import { verifyEd25519 } from '../../domain/offline/ed25519.ts';
import { judgeStatement, type OfflineAnswer } from '../../domain/offline/judge-statement.ts';
import { readKnowledge, updateKnowledge } from './knowledge.ts';
import { both, speak } from '../plain/language.ts';
import { verdict } from '../plain/verdict.ts';
import { readCode, scan } from './read-code.ts';

const updateEveryMs = 5 * 60_000;

function find<T extends Element>(selector: string): T {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

const answerBox = find<HTMLElement>('#answer');
const codeBox = find<HTMLTextAreaElement>('#code');

const kinds = { GOOD: 'valid', BAD: 'refused', CANNOT_TELL: 'unclear' } as const;
const troubles = {
  NONE: [],
  CAMERA: both('无法使用摄像头，请选择照片或粘贴内容。', 'No camera: choose a photo or paste the text.'),
  NO_CODE: both('照片中没有找到二维码。', 'No code in this photo.'),
} as const;

function element(name: string, ...children: readonly (Node | string)[]): HTMLElement {
  const node = document.createElement(name);
  node.append(...children);
  return node;
}

function show(answer: OfflineAnswer): void {
  const { title, advice } = answerWords(answer);
  const paper = answer.statement ? paperWords(answer.statement) : [];
  answerBox.className = answer.answer;
  answerBox.hidden = false;
  answerBox.replaceChildren(
    verdict(kinds[answer.answer], [title.zh, title.en], [advice.zh, advice.en]),
    element('dl', ...paper.flatMap(([label, text]) => [element('dt', ...both(label.zh, label.en)), element('dd', text)])),
  );
  answerBox.focus({ preventScroll: true });
  answerBox.scrollIntoView({ block: 'nearest' });
}

function trouble(kind: keyof typeof troubles): void {
  find('#trouble').replaceChildren(...troubles[kind]);
}

async function verify(scanned: string): Promise<void> {
  trouble('NONE');
  codeBox.value = scanned;
  const kept = await readKnowledge();
  const now = Date.now() + (kept?.clockAheadMs ?? 0);
  show(
    await judgeStatement(scanned, { keys: kept?.keys ?? new Map(), lists: kept?.lists ?? new Map(), now, verifySignature: verifyEd25519 }),
  );
}

async function update(): Promise<void> {
  const updated = await updateKnowledge().then(
    () => true,
    () => false,
  );
  const kept = await readKnowledge();
  const asOf = kept?.oldestList === undefined || kept.oldestList === null ? undefined : formatInstant(kept.oldestList).slice(0, 16);
  find('#knowledge').replaceChildren(
    ...both(
      `${updated ? '已联网更新' : '未联网'}；${asOf === undefined ? '没有状态列表' : `状态列表截至 ${asOf}`}`,
      `${updated ? 'Updated' : 'No network'}; ${asOf === undefined ? 'no status list yet' : `status list as of ${asOf}`}`,
    ),
  );
}

let scanning: AbortController | undefined;

async function toggleCamera(): Promise<void> {
  if (scanning) return scanning.abort();
  scanning = new AbortController();
  trouble('NONE');
  try {
    const code = await scan(find<HTMLVideoElement>('#view'), scanning.signal);
    if (code !== undefined) await verify(code);
  } catch {
    trouble('CAMERA');
  } finally {
    scanning = undefined;
  }
}

async function readPhoto(file: File): Promise<void> {
  const code = await createImageBitmap(file)
    .then(readCode)
    .catch(() => undefined);
  if (code === undefined) trouble('NO_CODE');
  else await verify(code);
}

speak({ zh: '离线核验', en: 'Verification without a network' });
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
void navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage('keep fonts'));
setInterval(() => void update(), updateEveryMs);
void update().then(() => (location.hash.length > 1 ? verify(location.hash) : undefined));
