import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { circle, clip, d, ellipse, path, stroke, turn } from '../../svg.ts';
import type { Drawing } from '../../svg.ts';

const shell = (x: number, y: number): Drawing => {
  const o = d`M${x} ${y - 120}C${x + 60} ${y - 150} ${x + 80} ${y - 130} ${x + 70} ${y - 80}C${x + 130} ${y - 30} ${x + 130} ${y + 130} ${x} ${y + 140}C${x - 130} ${y + 130} ${x - 130} ${y - 30} ${x - 70} ${y - 80}C${x - 80} ${y - 130} ${x - 60} ${y - 150} ${x} ${y - 120}z`;
  return (
    path(o, pigment.cocoa) +
    clip(
      o,
      circle(x, y + 30, 84, '#5f3b2d'),
      circle(x - 8, y + 22, 60, '#6c4535'),
      path(d`M${x + 40} ${y - 150}h120v320h-150q80 -120 30 -320z`, SHADE, { opacity: '.3' }),
      ellipse(x - 50, y - 10, 16, 40, LIGHT, { opacity: '.3', transform: d`rotate(24 ${x - 50} ${y - 10})` }),
    ) +
    circle(x - 40, y - 106, 9, pigment.madder) +
    circle(x + 40, y - 106, 9, pigment.madder)
  );
};

export const castanets =
  stroke(
    'M260 330C240 130 400 120 420 240S560 260 580 350M300 330C320 200 380 180 400 250M520 360C500 240 450 280 430 250',
    pigment.madder,
    12,
  ) +
  turn(-14, 280, 440, shell(275, 450)) +
  turn(16, 540, 480, shell(535, 480)) +
  stroke('M420 240l-20 -60 M424 240l24 -50', pigment.madder, 10);
