import { pigment } from '../../palette.ts';
import { turned } from '../../shapes/turned.ts';
import { d, each, ellipse, stroke } from '../../svg.ts';

export const caddy =
  turned({
    profile: [
      [155, 400, 'sharp'],
      [155, 650, 'sharp'],
    ],
    fill: '#7e3b2c',
    foot: 16,
    surface: each([440, 470, 520, 560, 600, 625], (y, index) =>
      stroke(d`M${250 + ((index * 71) % 140)} ${y}q40 14 ${70 + ((index * 37) % 90)} 6`, pigment.coral, 7, {
        opacity: '.6',
      }),
    ),
  }) +
  turned({
    profile: [
      [155, 290, 'sharp'],
      [158, 400, 'sharp'],
    ],
    fill: '#8f4633',
    foot: 16,
    inside: '#8f4633',
    mouth: 28,
    lip: '#a2553e',
    surface: each([330, 360, 385], (y, index) =>
      stroke(d`M${270 + index * 60} ${y}q40 14 110 4`, pigment.coral, 7, { opacity: '.6' }),
    ),
  }) +
  ellipse(400, 292, 138, 20, '#a2553e');
