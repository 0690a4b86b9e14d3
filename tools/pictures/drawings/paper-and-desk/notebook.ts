import { pigment } from '../../palette.ts';
import { book } from '../../shapes/writing.ts';
import { circle, each, rect, stroke, tiled } from '../../svg.ts';

const waves = tiled(
  'M180 110h480v580h-480z',
  80,
  40,
  0,
  stroke(
    'M0 40a40 40 0 0 1 80 0M14 40a26 26 0 0 1 52 0M28 40a12 12 0 0 1 24 0M-40 20a40 40 0 0 1 80 0M40 20a40 40 0 0 1 80 0',
    pigment.sky,
    3.5,
    { opacity: '.5' },
  ),
);

export const notebook =
  book(200, 130, 400, 530, pigment.indigo, waves) +
  stroke('M244 130V660M200 200h44M200 330h44M200 460h44M200 590h44', pigment.paper, 6) +
  each([200, 330, 460, 590], (y) => circle(244, y, 8, pigment.cream)) +
  rect(420, 190, 90, 230, pigment.cream) +
  stroke('M450 230q20 10 30 0M465 215v180M445 300q20 20 40 0M448 350q16 20 36 0', pigment.ink, 7);
