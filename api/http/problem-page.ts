import { escapeHtml } from '../../domain/escape-html.ts';
import type { Problem } from './problem.ts';

/** A problem for somebody in a browser, in both languages, without script or style. */
export function renderProblemPage({ words, code }: Problem): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(words.zh)}</title></head>
<body><h1>${escapeHtml(words.zh)}</h1><p lang="en">${escapeHtml(words.en)}</p><p>${escapeHtml(code)}</p><p><a href="/">返回 Back</a></p></body></html>
`;
}
