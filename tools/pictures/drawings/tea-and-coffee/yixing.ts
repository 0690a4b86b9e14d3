import { pigment } from '../../palette.ts';
import { band } from '../../shapes/surface.ts';
import { teapot } from '../../shapes/vessel.ts';

export const yixing = teapot({
  body: pigment.rust,
  profile: [
    [70, 400],
    [165, 440],
    [180, 530],
    [150, 620],
    [95, 655, 'sharp'],
  ],
  lid: [
    [30, 374, 'sharp'],
    [74, 396],
    [84, 414, 'sharp'],
  ],
  spout: { x: 245, y: 510, reach: 80, rise: 90, root: 34, tip: 30, sag: 0.4 },
  handle: { side: 100, y: 450, height: 140, fill: pigment.rust, thick: 26, x: 560 },
  surface: band(450, 8, '#8d3a20', 12) + band(600, 8, '#8d3a20', 12),
});
