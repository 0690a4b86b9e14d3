import { pigment } from '../../palette.ts';
import { ear } from '../../shapes/handle.ts';
import { band, speckles } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { circle, stroke } from '../../svg.ts';

export const donabe =
  ear(570, 500, 70, 60, 30, pigment.walnut) +
  stroke('M230 500c-91-7-91 63 0 60', pigment.walnut, 30) +
  turned({
    profile: [
      [215, 480, 'sharp'],
      [220, 560],
      [140, 655, 'sharp'],
    ],
    fill: pigment.walnut,
    foot: 14,
    surface: speckles(180, 480, 440, 180, 40, pigment.cedar, 4) + band(640, 30, pigment.sand, 6),
  }) +
  turned({
    profile: [
      [60, 350],
      [150, 380],
      [212, 450],
      [226, 486, 'sharp'],
    ],
    fill: pigment.cedar,
    foot: 16,
    surface: band(440, 7, pigment.walnut, 16) + band(458, 4, pigment.walnut, 16),
  }) +
  turned({
    profile: [
      [62, 312, 'sharp'],
      [40, 346],
      [50, 358, 'sharp'],
    ],
    fill: pigment.walnut,
    foot: 6,
    inside: pigment.cocoa,
  }) +
  circle(490, 410, 10, pigment.cocoa);
