import { circle, element, path, rect, stroke } from './svg.ts';
import { pigment } from './palette.ts';

const file = (size: number, ...children: string[]): string =>
  `${element('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${size} ${size}` }, ...children)}\n`;

/** Two sails filled by the wind over one wave; made to hold at 16 px. */
export const mark = (): string =>
  file(
    64,
    path('M35 5C50 15 57 29 57 44H35z', pigment.terracotta),
    path('M30 13C30 26 25 36 9 44H30z', pigment.indigo),
    stroke('M6 53c7-5 13-5 20 0s13 5 20 0 9-4 12-3', pigment.teal, 5),
  );

/** Shown when a product has no picture: a parcel, because something is always inside. */
export const missing = (): string =>
  file(
    800,
    rect(0, 0, 800, 800, '#e6dfd2'),
    circle(400, 390, 300, '#f0ebe1'),
    rect(0, 570, 800, 230, '#d3c9b7'),
    element('ellipse', { cx: 426, cy: 660, rx: 240, ry: 30, fill: '#2a1a1f', opacity: '.2' }),
    path('M190 340h420v320h-420z', pigment.oak),
    path('M470 340h140v320h-140z', '#2a1a1f', { opacity: '.14' }),
    path('M220 270h360l30 70h-420z', '#dbb27f'),
    path('M368 270h64l10 70v110h-84v-110z', pigment.cream),
    stroke('M300 560c30-40 60-40 100 0s70 30 100-10', pigment.walnut, 12, { opacity: '.5' }),
  );
