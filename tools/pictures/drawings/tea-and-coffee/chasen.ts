import { pigment } from '../../palette.ts';
import { band } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { d, each, spread, stroke } from '../../svg.ts';

export const chasen =
  each(spread(25, -1, 1), (at) =>
    stroke(
      d`M${400 + at * 70} 470C${400 + at * 90} 360 ${400 + at * 190} 300 ${400 + at * 150} 205q${-at * 12} -24 ${-at * 34} -12`,
      at > 0.35 ? pigment.cedar : pigment.straw,
      8,
    ),
  ) +
  turned({
    profile: [
      [72, 465, 'sharp'],
      [62, 560],
      [66, 655, 'sharp'],
    ],
    fill: pigment.straw,
    foot: 10,
    surface: band(640, 6, pigment.cedar, 6),
  }) +
  each([462, 476, 490], (y) => stroke(d`M328 ${y}Q400 ${y + 18} 472 ${y}`, pigment.ink, 9));
