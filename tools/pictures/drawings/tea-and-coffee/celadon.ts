import { pigment } from '../../palette.ts';
import { rosette } from '../../shapes/surface.ts';
import { teapot } from '../../shapes/vessel.ts';
import { faint } from '../../svg.ts';

export const celadon = teapot({
  body: pigment.celadon,
  profile: [
    [110, 380],
    [200, 420],
    [205, 520],
    [200, 600],
    [175, 655, 'sharp'],
  ],
  lid: [
    [40, 352, 'sharp'],
    [108, 374],
    [118, 394, 'sharp'],
  ],
  spout: { x: 215, y: 520, reach: 95, rise: 120, root: 36, tip: 32, sag: 0.6 },
  handle: { over: 250, half: 150, y: 420, fill: pigment.cedar, thick: 26 },
  surface: faint(
    0.55,
    rosette(400, 540, 80, 8, '#7aa38b', '#7aa38b'),
    rosette(255, 570, 50, 8, '#7aa38b', '#7aa38b'),
    rosette(545, 570, 50, 8, '#7aa38b', '#7aa38b'),
  ),
});
