import { pigment, SHADE } from '../../palette.ts';
import { buckle, wicker } from '../../shapes/basketry.ts';
import { each, path, rect, stroke } from '../../svg.ts';

const hamperBody = 'M160 440h480l-24 214h-432z';

export const hamper =
  path(hamperBody, '#b27a45') +
  wicker(hamperBody, '#8a5a2f', 32) +
  path('M560 440h80l-24 214h-64z', SHADE, { opacity: '.18' }) +
  path('M150 350h500v96h-500z', '#bd8650') +
  wicker('M150 350h500v96h-500z', '#8a5a2f', 32) +
  rect(142, 428, 516, 24, pigment.walnut, 10) +
  rect(150, 342, 500, 20, pigment.walnut, 10) +
  rect(178, 640, 444, 20, pigment.walnut, 8) +
  each([260, 540], (x) => rect(x - 18, 350, 36, 180, pigment.cocoa, 6) + buckle(x, 474, 46, pigment.brass)) +
  stroke('M340 410C340 470 460 470 460 410', pigment.cocoa, 18);
