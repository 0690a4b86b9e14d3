import { pigment, SHADE } from '../../palette.ts';
import { turned } from '../../shapes/turned.ts';
import { circle, clip, d, path, rect, spread, stroke } from '../../svg.ts';

export const twine =
  turned({
    profile: [
      [130, 622, 'sharp'],
      [200, 646],
      [205, 664, 'sharp'],
    ],
    fill: pigment.ink,
    foot: 14,
  }) +
  rect(390, 150, 20, 480, pigment.iron, 10) +
  circle(400, 480, 160, pigment.madder) +
  clip(
    'M400 320a160 160 0 1 1-.1 0z',
    stroke(
      spread(9, 0, 8)
        .map((index) => d`M${220} ${350 + index * 34}Q400 ${240 + index * 40} 580 ${400 + index * 26}`)
        .join(''),
      '#7d2820',
      6,
    ),
    stroke(
      spread(5, 0, 4)
        .map((index) => d`M${270 + index * 30} 660Q${340 + index * 20} 480 ${300 + index * 44} 300`)
        .join(''),
      pigment.coral,
      6,
      { opacity: '.8' },
    ),
    path('M470 320H570V650H400Q540 520 470 320z', SHADE, { opacity: '.18' }),
  ) +
  rect(391, 150, 18, 180, pigment.iron, 9) +
  circle(400, 148, 24, pigment.brass) +
  stroke('M545 530C640 560 660 620 610 650S540 690 680 700', pigment.madder, 8);
