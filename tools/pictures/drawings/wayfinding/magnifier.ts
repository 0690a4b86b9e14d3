import { LIGHT, pigment } from '../../palette.ts';
import { rod } from '../../shapes/rod.ts';
import { circle, clip, path, rect, stroke, turn } from '../../svg.ts';

export const magnifier = turn(
  -45,
  400,
  400,
  rod(
    400,
    [
      [560, 16],
      [580, 30],
      [640, 22],
      [740, 32],
      [768, 22],
    ],
    pigment.ink,
    rect(560, 360, 24, 80, pigment.brass),
  ) +
    rect(520, 384, 50, 32, pigment.brass) +
    circle(330, 400, 210, pigment.brass) +
    circle(330, 400, 184, '#dcebee') +
    clip(
      'M330 216a184 184 0 1 1-.1 0z',
      turn(
        45,
        330,
        400,
        stroke(
          'M100 330C240 250 300 420 420 340S560 380 600 360M120 470C240 420 320 520 440 450',
          pigment.teal,
          12,
          { opacity: '.8' },
        ),
        path('M300 380q70-30 110 30t-20 80-110-20z', pigment.moss, { opacity: '.75' }),
        stroke('M180 540Q300 440 340 320T460 240', pigment.madder, 8, { 'stroke-dasharray': '18 14' }),
      ),
    ) +
    path('M190 330A158 158 0 0 1 300 248Q220 300 214 370z', LIGHT, { opacity: '.75' }),
);
