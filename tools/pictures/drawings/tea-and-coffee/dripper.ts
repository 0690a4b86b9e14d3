import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { ear } from '../../shapes/handle.ts';
import { turned } from '../../shapes/turned.ts';
import { clip, d, each, ellipse, path, rect, spread, stroke } from '../../svg.ts';

const carafe = 'M340 440L350 460C240 520 220 600 250 650H550C580 600 560 520 450 460L460 440z';

export const dripper =
  path(carafe, '#f4f8f6', { opacity: '.75' }) +
  clip(carafe, rect(200, 560, 400, 100, pigment.cocoa), ellipse(400, 560, 170, 16, pigment.walnut)) +
  stroke('M290 540C270 580 270 610 282 635', LIGHT, 12, { opacity: '.7' }) +
  stroke(carafe, '#ffffff', 6, { opacity: '.7' }) +
  rect(322, 436, 156, 26, pigment.cedar, 8) +
  ear(520, 300, 80, 90, 24, pigment.cream) +
  turned({
    profile: [
      [165, 235, 'sharp'],
      [62, 420],
      [60, 440, 'sharp'],
    ],
    fill: pigment.cream,
    inside: pigment.cocoa,
    lip: pigment.paper,
    mouth: 30,
    surface: each(spread(7, 250, 550), (x) =>
      stroke(d`M${x} 235L${400 + (x - 400) * 0.35} 440`, SHADE, 4, { opacity: '.15' }),
    ),
  }) +
  ellipse(400, 427, 105, 16, pigment.paper);
