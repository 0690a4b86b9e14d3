import { pigment, SHADE } from '../../palette.ts';
import { clip, d, each, path, rect, stroke } from '../../svg.ts';

const net = 'M140 290C150 420 250 580 400 580S650 420 660 290C600 400 520 440 400 440S200 400 140 290z';

export const hammock =
  rect(80, 190, 36, 470, pigment.walnut, 6) +
  rect(684, 190, 36, 470, pigment.walnut, 6) +
  stroke(
    'M100 250L145 300M100 250L200 372M100 250L155 380M700 250L655 300M700 250L600 372M700 250L645 380',
    pigment.cream,
    7,
  ) +
  path(net, pigment.honey) +
  clip(
    net,
    each([pigment.madder, pigment.cream, pigment.teal, pigment.coral, pigment.indigo], (colour, index) =>
      stroke(
        d`M${140 + index * 4} 300C${190 - index * 8} ${430 + index * 28} ${280 - index * 6} ${462 + index * 26} 400 ${462 + index * 26}S${610 + index * 8} ${430 + index * 28} ${660 - index * 4} 300`,
        colour,
        13,
      ),
    ),
    path('M450 400C560 430 640 350 670 290V600H400z', SHADE, { opacity: '.14' }),
  ) +
  stroke('M140 290C200 400 280 440 400 440S600 400 660 290', pigment.cream, 10);
