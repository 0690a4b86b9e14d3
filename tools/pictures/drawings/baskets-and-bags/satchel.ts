import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { buckle, stitches, strap } from '../../shapes/basketry.ts';
import { each, path, rect } from '../../svg.ts';

export const satchel =
  strap(400, 300, 70, 70, 20, pigment.cocoa) +
  rect(170, 320, 460, 335, '#7d4a2c', 24) +
  path('M156 310Q156 286 180 286H620Q644 286 644 310V500Q644 540 600 540H200Q156 540 156 500z', '#96592f') +
  path('M560 286H620Q644 286 644 310V500Q644 540 600 540H540Q580 420 560 286z', SHADE, { opacity: '.15' }) +
  stitches('M172 310V496Q172 524 204 524H596Q628 524 628 496V310', pigment.sand) +
  each([270, 530], (x) => rect(x - 22, 286, 44, 310, pigment.cocoa, 6) + buckle(x, 560, 54, pigment.brass)) +
  path('M176 306H520q-300 10-344 90z', LIGHT, { opacity: '.14' });
