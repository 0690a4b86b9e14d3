import { pigment } from '../../palette.ts';
import { bridge, neck, soundbox, soundhole, strings, waisted } from '../../shapes/strung.ts';
import { grain } from '../../shapes/surface.ts';
import { rect } from '../../svg.ts';

export const uke =
  neck(160, 400, 24, pigment.walnut, 9, 2) +
  soundbox(
    waisted(350, 690, 110, 92, 150),
    pigment.oak,
    pigment.walnut,
    grain(250, 400, 300, 270, pigment.cedar, 8),
  ) +
  rect(376, 350, 48, 66, pigment.cocoa) +
  soundhole(400, 470, 42, pigment.cocoa) +
  bridge(584, 52) +
  strings(4, 15, 160, 592);
