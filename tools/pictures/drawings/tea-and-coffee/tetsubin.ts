import { pigment } from '../../palette.ts';
import { dots } from '../../shapes/surface.ts';
import { teapot } from '../../shapes/vessel.ts';
import { each } from '../../svg.ts';

const nails = each([400, 440, 480, 520], (y, row) =>
  dots(y, 8, 15, '#5a5e66', 150 + (row % 2) * 17, 650 + (row % 2) * 17, 8),
);

export const tetsubin = teapot({
  body: pigment.iron,
  profile: [
    [95, 330],
    [190, 390],
    [222, 480],
    [185, 590],
    [140, 650, 'sharp'],
  ],
  lid: [
    [50, 300, 'sharp'],
    [98, 328],
    [104, 345, 'sharp'],
  ],
  knobFill: pigment.brass,
  spout: { x: 215, y: 470, reach: 80, rise: 110, root: 42, tip: 34 },
  handle: { over: 240, half: 165, y: 400, fill: pigment.ink, thick: 24 },
  surface: nails,
});
