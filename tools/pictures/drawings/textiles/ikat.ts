import { pigment, SHADE } from '../../palette.ts';
import { fringe } from '../../shapes/cloth.ts';
import { lozenge } from '../../shapes/surface.ts';
import { clip, d, each, path, spread, turn } from '../../svg.ts';
import type { Drawing } from '../../svg.ts';

const ikatFigures = each([220, 330, 440, 550, 660], (y, index) =>
  each(
    [0, 1],
    (k) =>
      lozenge(300 + k * 200, y + (k ? 55 : 0), 58, 64, [pigment.honey, pigment.cream][index % 2]!) +
      lozenge(300 + k * 200, y + (k ? 55 : 0), 36, 42, pigment.plum) +
      lozenge(300 + k * 200, y + (k ? 55 : 0), 16, 20, pigment.coral),
  ),
);

const tail = (x: number, length: number): Drawing =>
  fringe(x - 60, x + 60, 320 + length, 46, 14, pigment.honey, 6) +
  path(d`M${x - 70} 320h140v${length}h-140z`, pigment.plum) +
  clip(
    d`M${x - 70} 320h140v${length}h-140z`,
    each(
      spread(5, 380, 380 + 4 * 76),
      (y, index) =>
        lozenge(x, y, 54, 40, [pigment.honey, pigment.cream][index % 2]!) +
        lozenge(x, y, 32, 24, pigment.madder) +
        lozenge(x, y, 14, 10, pigment.teal),
    ),
    path(d`M${x + 20} 300h60v500h-60z`, SHADE, { opacity: '.15' }),
  );

const loop = 'M210 250C210 130 590 130 590 250C590 340 500 370 400 370S210 340 210 250z';

export const ikat =
  turn(7, 330, 320, tail(330, 330)) +
  turn(-8, 460, 320, tail(462, 280)) +
  path(loop, pigment.plum) +
  clip(loop, ikatFigures, path('M210 280C300 360 500 360 590 280V400H210z', SHADE, { opacity: '.18' })) +
  path('M300 236C310 196 490 196 500 236C490 272 310 272 300 236z', '#4a2534');
