import { pigment } from '../../palette.ts';
import { drips } from '../../shapes/surface.ts';
import { cup } from '../../shapes/vessel.ts';
import { ellipse } from '../../svg.ts';

export const chawan =
  cup({
    top: 390,
    bottom: 640,
    half: 225,
    base: 130,
    fill: pigment.iron,
    inside: pigment.ink,
    lip: pigment.slate,
    drink: pigment.moss,
    round: 50,
    surface: drips(440, pigment.cream, [18, 70, 24, 110, 40, 12, 64, 20], 170, 640),
  }) + ellipse(400, 650, 90, 14, pigment.cocoa);
