import { pigment } from '../../palette.ts';
import { dotRing } from '../../shapes/disc.ts';
import { bridge, neck, soundbox, soundhole, strings } from '../../shapes/strung.ts';
import { path, rect } from '../../svg.ts';

export const balalaika =
  neck(140, 420, 16, pigment.walnut, 9, 1) +
  soundbox(
    'M400 330L650 660Q400 700 150 660z',
    pigment.honey,
    '#7d4a2c',
    path('M400 330L520 690H280z', '#efbd66', { opacity: '.6' }),
  ) +
  rect(384, 325, 32, 95, pigment.cocoa) +
  soundhole(400, 500, 26, pigment.madder) +
  dotRing(400, 500, 46, 12, 5, pigment.madder) +
  path('M150 660L200 594Q230 640 236 676zM650 660L600 594Q570 640 564 676z', pigment.madder) +
  bridge(612, 36) +
  strings(3, 10, 140, 620);
