import { pigment } from '../../palette.ts';
import { hung } from '../../shapes/cloth.ts';
import { rosette } from '../../shapes/surface.ts';
import { circle, each, rect, stroke } from '../../svg.ts';

const vine =
  'M290 250C240 330 330 380 270 460S330 590 280 640M510 250C560 330 470 380 530 460S470 590 520 640';

export const suzani =
  rect(110, 120, 580, 20, pigment.walnut, 10) +
  circle(110, 130, 18, pigment.brass) +
  circle(690, 130, 18, pigment.brass) +
  stroke('M220 130v40M340 130v40M460 130v40M580 130v40', pigment.cream, 16) +
  hung(
    190,
    165,
    420,
    510,
    pigment.cream,
    rect(190, 165, 420, 26, pigment.madder) +
      rect(190, 165, 20, 560, pigment.madder) +
      rect(590, 165, 20, 560, pigment.madder) +
      rect(190, 648, 420, 60, pigment.madder) +
      stroke(vine, pigment.pine, 9) +
      each([250, 420, 590], (y) => rosette(400, y, 78, 12, pigment.madder, pigment.honey)) +
      each(
        [335, 505],
        (y) =>
          rosette(275, y, 46, 8, pigment.coral, pigment.indigo) +
          rosette(525, y, 46, 8, pigment.coral, pigment.indigo),
      ),
    [0.3, 0.68],
  );
