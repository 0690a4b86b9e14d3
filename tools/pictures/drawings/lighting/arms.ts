import { pigment } from '../../palette.ts';
import { candle, halo } from '../../shapes/lamp.ts';
import { d, each, path, stroke } from '../../svg.ts';

export const arms =
  halo(400, 260, 330) +
  stroke('M220 380C220 540 400 540 400 460C400 540 580 540 580 380M400 340V620', pigment.ink, 22) +
  stroke('M350 500a24 24 0 1 0-40-18M450 500a24 24 0 1 1 40-18', pigment.ink, 12) +
  stroke('M214 400C214 500 300 530 350 520', pigment.slate, 5) +
  path('M300 660C320 620 380 630 400 590C420 630 480 620 500 660z', pigment.ink) +
  each(
    [220, 400, 580],
    (x, index) =>
      candle(x, index === 1 ? 190 : 230, 22, 140, pigment.cream) +
      path(d`M${x - 44} ${index === 1 ? 326 : 366}h88q-6 34 -44 34t-44 -34z`, pigment.ink),
  );
