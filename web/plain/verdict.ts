import { both } from './language.ts';

const svg = 'http://www.w3.org/2000/svg';
type Pair = readonly [zh: string, en: string];

// Four shapes, so that nobody needs the colour: circle, octagon, square, triangle.
const shapes = {
  valid: ['circle', { cx: 36, cy: 36, r: 33 }, 'M19,37 31,49 54,24'],
  refused: ['polygon', { points: '22,3 50,3 69,22 69,50 50,69 22,69 3,50 3,22' }, 'M23,23 49,49M49,23 23,49'],
  unknown: ['rect', { x: 4, y: 4, width: 64, height: 64, rx: 4 }, 'M26,28 28,20 40,18 47,25 44,34 36,40V44M36,56v.1'],
  unclear: ['polygon', { points: '36,4 70,66 2,66' }, 'M36,26V44M36,57v.1'],
} as const;

/** A shape, one word, one sentence: what a clerk understands in five seconds. */
export function verdict(kind: keyof typeof shapes, title: Pair, text: Pair): HTMLElement {
  const words = element('div', element('h2', ...both(...title)), element('p', ...both(...text)));
  return Object.assign(element('div', shapeOf(kind), words), { className: `verdict ${kind}` });
}

function element(name: string, ...children: readonly Node[]): HTMLElement {
  const node = document.createElement(name);
  node.append(...children);
  return node;
}

function shapeOf(kind: keyof typeof shapes): SVGElement {
  const [name, place, d] = shapes[kind];
  const picture = draw('svg', { viewBox: '0 0 72 72', 'aria-hidden': 'true' });
  picture.append(
    draw(name, { ...place, fill: 'currentColor' }),
    draw('path', { d, fill: 'none', stroke: '#fff', 'stroke-width': 7, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }),
  );
  return picture;
}

function draw(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const node = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
}
