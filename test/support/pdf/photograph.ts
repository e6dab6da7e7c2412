import sharp from 'sharp';
import { randomFrom } from '../random.ts';
import type { Scan } from './scan-page.ts';

// A test runner looks each global up by name, each time: for millions of pixels that is most of all.
const { abs, cos, exp, floor, log, max, min, PI, sin, sqrt, SQRT2 } = Math;

type Point = readonly [x: number, y: number];

/** The picture is wider than the paper, which fills most of it, and higher by a third than wide: 1,500 by 2,000 pixels for paper drawn at 150 dpi. */
const [margin, aspect] = [1.21, 4 / 3];
const tableBrightness = 70;
const most = { turn: 12, lean: 0.05, shade: 0.45 } as const;
const [lensBlur, sensorNoise, jpegQuality] = [0.8, 7, 60];

/**
 * A printed page as somebody photographs it who is in a hurry: turned by up to 12°, seen from a side, a little out of focus, in light that falls
 * off to one side and under the shadow of a hand, with the noise of a phone's sensor, as JPEG of quality 60. The same for the same seed.
 */
export async function photograph(paper: Scan, seed: number): Promise<Buffer> {
  const random = randomFrom(seed);
  const around = (range: number): number => (random() * 2 - 1) * range;
  const width = floor(paper.width * margin);
  const height = floor(width * aspect);
  const toPaper = homography(corners(width, height, around), [
    [0, 0],
    [paper.width, 0],
    [paper.width, paper.height],
    [0, paper.height],
  ]);
  const light = unevenLight(random);
  const seen = Buffer.alloc(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) seen[y * width + x] = brightness(paper, toPaper(x, y)) * light(x / width, y / height);
  }
  const focused = await sharp(seen, { raw: { width, height, channels: 1 } })
    .blur(lensBlur)
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  for (let at = 0; at < focused.length; at += 1) focused[at] = max(0, min(255, (focused[at] ?? 0) + normal(random) * sensorNoise));
  return sharp(focused, { raw: { width, height, channels: 1 } })
    .jpeg({ quality: jpegQuality })
    .toBuffer();
}

/** Where the corners of the paper are in the picture. */
function corners(width: number, height: number, around: (range: number) => number): Point[] {
  const [angle, half] = [(around(most.turn) * PI) / 180, [0.4 * width, 0.4 * width * SQRT2] as const];
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([right = 0, down = 0]): Point => {
    const [x, y] = [right * half[0] + around(most.lean * width), down * half[1] + around(most.lean * width)];
    return [width / 2 + x * cos(angle) - y * sin(angle), height / 2 + x * sin(angle) + y * cos(angle)];
  });
}

/** The projection that takes four points to four others. */
function homography(from: readonly Point[], to: readonly Point[]): (x: number, y: number) => Point {
  const rows = from.flatMap(([x, y], index) => {
    const [u, v] = to[index] ?? [0, 0];
    return [
      [x, y, 1, 0, 0, 0, -x * u, -y * u, u],
      [0, 0, 0, x, y, 1, -x * v, -y * v, v],
    ];
  });
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solve(rows);
  return (x, y) => {
    const depth = g * x + h * y + 1;
    return [(a * x + b * y + c) / depth, (d * x + e * y + f) / depth];
  };
}

/** Gauss and Jordan, with the right-hand side as the last column. */
function solve(rows: number[][]): number[] {
  for (let at = 0; at < rows.length; at += 1) {
    const pivot = rows.reduce((best, row, index) => (index >= at && abs(row[at] ?? 0) > abs(rows[best]?.[at] ?? 0) ? index : best), at);
    [rows[at], rows[pivot]] = [rows[pivot] ?? [], rows[at] ?? []];
    const lead = rows[at]?.[at] ?? 1;
    rows[at] = rows[at]?.map((value) => value / lead) ?? [];
    rows.forEach((row, index) => {
      const factor = row[at] ?? 0;
      if (index !== at) rows[index] = row.map((value, column) => value - factor * (rows[at]?.[column] ?? 0));
    });
  }
  return rows.map((row) => row.at(-1) ?? 0);
}

/** Between four pixels of the paper, or the table beside it. */
function brightness({ pixels, width: wide, height: high }: Scan, [x, y]: Point): number {
  const [left, top] = [floor(x - 0.5), floor(y - 0.5)];
  if (left < 0 || top < 0 || left + 1 >= wide || top + 1 >= high) return tableBrightness;
  const [right, down] = [x - 0.5 - left, y - 0.5 - top];
  const pixel = (column: number, row: number): number => pixels[(row * wide + column) * 4] ?? 0;
  return (
    (pixel(left, top) * (1 - right) + pixel(left + 1, top) * right) * (1 - down) +
    (pixel(left, top + 1) * (1 - right) + pixel(left + 1, top + 1) * right) * down
  );
}

/** How much of the light arrives where, 0 to 1: less towards one side, and less under a hand. */
function unevenLight(random: () => number): (x: number, y: number) => number {
  const [direction, handX, handY] = [random() * 2 * PI, random(), random()];
  return (x, y) => {
    const side = (x - 0.5) * cos(direction) + (y - 0.5) * sin(direction) + 0.5;
    const hand = exp(-((x - handX) ** 2 + (y - handY) ** 2) / 0.05);
    return (1 - most.shade * min(1, max(0, side))) * (1 - 0.35 * hand);
  };
}

/** Box and Muller. */
const normal = (random: () => number): number => sqrt(-2 * log(1 - random())) * cos(2 * PI * random());
