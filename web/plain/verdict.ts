import { both } from './language.ts';

const svg = 'http://www.w3.org/2000/svg';
type Pair = readonly [zh: string, en: string];

// Four shapes, so that nobody needs the colour: circle, octagon, square, triangle.
const shapes = {
  valid: ['circle', { cx: 36, cy: 36, r: 33 }, '19,37 31,49 54,24'],
  refused: ['polygon', { points: '22,3 50,3 69,22 69,50 50,69 22,69 3,50 3,22' }, '23,23 49,49 36,36 49,23 23,49'],
  unknown: ['rect', { x: 4, y: 4, width: 64, height: 64, rx: 4 }, '26,28 28,20 40,18 47,25 44,34 36,40 36,46 36,54 36,57'],
  unclear: ['polygon', { points: '36,4 70,66 2,66' }, '36,26 36,48 36,56 36,58'],
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
  const [name, place, points] = shapes[kind];
  const picture = draw('svg', { viewBox: '0 0 72 72', 'aria-hidden': 'true' });
  picture.append(draw(name, { ...place, fill: 'currentColor' }), draw('polyline', { points, fill: 'none', stroke: '#fff', 'stroke-width': 7, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }));
  return picture;
}

function draw(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const node = document.createElementNS(svg, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  return node;
}
