import { pigment, SHADE } from '../../palette.ts';
import { halo } from '../../shapes/lamp.ts';
import { ellipse, polygon, rect, stroke } from '../../svg.ts';

export const andon =
  halo(400, 430, 330) +
  polygon(
    [
      [275, 190],
      [525, 190],
      [525, 620],
      [275, 620],
    ],
    pigment.glow,
  ) +
  ellipse(400, 430, 90, 160, '#fffbe6') +
  rect(470, 190, 55, 430, SHADE, 0, { opacity: '.08' }) +
  stroke('M275 180V660M525 180V660M262 190H538M262 620H538', pigment.cocoa, 22, {
    'stroke-linecap': 'butt',
  }) +
  stroke('M275 330H525M275 475H525M358 190V620M442 190V620', pigment.cocoa, 7) +
  stroke('M300 180Q400 90 500 180', pigment.cocoa, 12);
