import { pigment } from '../../palette.ts';
import { drips, speckles } from '../../shapes/surface.ts';
import { cup, steam } from '../../shapes/vessel.ts';

export const mug =
  cup({
    top: 330,
    bottom: 650,
    half: 165,
    base: 150,
    fill: pigment.oak,
    inside: pigment.indigo,
    lip: '#4d72a0',
    reach: 120,
    x: 370,
    surface:
      drips(450, '#4d72a0', [40, 90, 20, 70, 110, 35, 60], 190, 550) +
      speckles(200, 500, 340, 150, 24, pigment.walnut, 4),
  }) + steam(370, 300);
