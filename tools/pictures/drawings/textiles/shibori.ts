import { pigment } from '../../palette.ts';
import { cushion } from '../../shapes/cloth.ts';
import { circle, each, ring } from '../../svg.ts';
import type { Drawing } from '../../svg.ts';

const shiboriRing = (x: number, y: number): Drawing =>
  ring(x, y, 62, pigment.cream, 12, { 'stroke-dasharray': '9 5' }) +
  ring(x, y, 38, '#b9c6dc', 10, { 'stroke-dasharray': '7 5' }) +
  circle(x, y, 13, pigment.cream);

export const shibori = cushion(
  400,
  430,
  245,
  pigment.indigo,
  each([270, 430, 590], (y) => each([240, 400, 560], (x) => shiboriRing(x, y))),
  '#23325a',
);
