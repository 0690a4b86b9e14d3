import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { ellipse, path, rect, stroke, turn } from '../../svg.ts';

export const inkstone =
  ellipse(370, 410, 250, 300, pigment.iron, { transform: 'rotate(8 370 410)' }) +
  ellipse(370, 410, 226, 276, '#4b4f57', { transform: 'rotate(8 370 410)' }) +
  ellipse(362, 440, 190, 226, pigment.iron, { transform: 'rotate(8 362 440)' }) +
  path('M230 300C280 230 460 220 520 320C440 360 300 360 230 300z', pigment.ink) +
  path('M270 290C320 256 400 250 440 262Q360 270 290 304z', LIGHT, { opacity: '.3' }) +
  stroke('M250 190q30-24 60-14t40-10 60 0 50 20', pigment.stone, 9) +
  turn(
    38,
    520,
    460,
    rect(470, 320, 84, 290, pigment.ink, 10) +
      rect(530, 320, 24, 290, SHADE, 8, { opacity: '.35' }) +
      rect(482, 350, 52, 140, pigment.brass, 6) +
      rect(494, 366, 28, 108, pigment.madder, 4),
  );
