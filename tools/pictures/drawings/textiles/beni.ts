import { pigment } from '../../palette.ts';
import { rug } from '../../shapes/cloth.ts';
import { d, each, spread, stroke } from '../../svg.ts';

const lattice = spread(6, -200, 1000)
  .map((x) => d`M${x} 90l-440 640M${x - 440} 90l440 640`)
  .join('');

export const beni = rug(
  190,
  120,
  420,
  560,
  pigment.cream,
  pigment.sand,
  stroke(lattice, pigment.cocoa, 10, { 'stroke-dasharray': '15 4', 'stroke-linecap': 'butt' }) +
    each(spread(14, 130, 670), (y, index) =>
      stroke(
        spread(10, 200, 600)
          .map((x) => d`M${x + (index % 2) * 20} ${y}v20`)
          .join(''),
        '#e0cfae',
        7,
      ),
    ),
);
