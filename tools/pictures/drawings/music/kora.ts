import { pigment, SHADE } from '../../palette.ts';
import { dotRing } from '../../shapes/disc.ts';
import { circle, d, each, path, rect, spread, stroke } from '../../svg.ts';

export const kora =
  path('M386 60h28v600h-28z', pigment.walnut) +
  each(spread(10, 90, 300), (y) => rect(376, y, 48, 9, pigment.cocoa, 4)) +
  stroke('M300 280V470M500 280V470', pigment.walnut, 20) +
  circle(400, 530, 165, pigment.cedar) +
  circle(400, 530, 142, pigment.cream) +
  path('M500 430a142 142 0 0 1-60 236 200 200 0 0 0 60-236z', SHADE, { opacity: '.12' }) +
  dotRing(400, 530, 153, 30, 6, pigment.brass) +
  rect(386, 380, 28, 290, pigment.walnut) +
  stroke('M270 470H530', pigment.walnut, 18) +
  circle(480, 590, 26, pigment.cocoa) +
  stroke(
    spread(10, 0, 9)
      .map(
        (index) =>
          d`M${384} ${96 + index * 23}L${366} ${470 + index * 9}M${416} ${96 + index * 23}L${434} ${470 + index * 9}`,
      )
      .join(''),
    pigment.cocoa,
    2.5,
  ) +
  rect(350, 460, 18, 120, pigment.brass, 6) +
  rect(432, 460, 18, 120, pigment.brass, 6);
