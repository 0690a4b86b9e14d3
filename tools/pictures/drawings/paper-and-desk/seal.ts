import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { band } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { circle, path, rect, stroke, turn } from '../../svg.ts';

const waxOutline =
  'M560 470C620 460 690 500 690 560 700 620 650 670 580 664 520 680 450 640 454 580 440 520 500 470 560 470z';

export const seal =
  turn(
    -30,
    300,
    400,
    turned({
      x: 300,
      profile: [
        [50, 130],
        [74, 200],
        [52, 300],
        [60, 380, 'sharp'],
      ],
      fill: pigment.walnut,
      surface: band(330, 9, pigment.brass, 6, 300),
    }) +
      turned({
        x: 300,
        profile: [
          [52, 376, 'sharp'],
          [40, 430],
          [86, 470],
          [90, 510, 'sharp'],
        ],
        fill: pigment.brass,
        foot: 10,
        shine: 0.5,
      }),
  ) +
  path(waxOutline, pigment.madder) +
  circle(572, 566, 82, '#8d2a23') +
  circle(572, 566, 74, '#b8433a') +
  path('M574 510C610 530 616 560 614 586H574zM562 524Q560 560 530 586H562z', '#8d2a23') +
  stroke('M520 606q26-14 52 0t52 0', '#8d2a23', 8) +
  path('M480 530q20-46 70-48-40 20-50 60z', LIGHT, { opacity: '.3' }) +
  turn(
    62,
    600,
    260,
    rect(520, 220, 220, 44, pigment.pine, 8) +
      rect(520, 246, 220, 18, SHADE, 6, { opacity: '.18' }) +
      rect(560, 290, 220, 44, pigment.ink, 8) +
      rect(560, 298, 220, 8, LIGHT, 4, { opacity: '.25' }),
  );
