import { pigment, SHADE } from '../../palette.ts';
import { dots } from '../../shapes/surface.ts';
import { clip, d, path, rect, stroke, turn } from '../../svg.ts';
import type { Drawing } from '../../svg.ts';

const carrot = (x: number, y: number, angle: number): Drawing =>
  turn(
    angle,
    x,
    y,
    stroke(d`M${x} ${y}q-20 -50 -50 -70M${x} ${y}q0 -60 6 -96M${x} ${y}q24 -46 60 -60`, pigment.moss, 14) +
      path(d`M${x - 34} ${y}q34 -24 68 0l-34 190z`, pigment.terracotta) +
      stroke(d`M${x - 20} ${y + 30}h22M${x - 4} ${y + 70}h18`, pigment.rust, 5),
  );

const trugBody = 'M110 460Q400 540 690 460C680 590 580 656 400 656S120 590 110 460z';

export const trug =
  stroke('M230 500C230 150 570 150 570 500', '#b98a55', 30) +
  carrot(300, 400, 30) +
  carrot(400, 380, 4) +
  carrot(500, 400, -26) +
  path(trugBody, pigment.oak) +
  clip(
    trugBody,
    stroke('M120 520Q400 600 680 520M150 575Q400 640 650 575M200 625Q400 670 600 625', pigment.walnut, 6, {
      opacity: '.7',
    }),
    rect(212, 440, 34, 220, pigment.cedar),
    rect(554, 440, 34, 220, pigment.cedar),
    path('M540 460H700V660H440z', SHADE, { opacity: '.15' }),
  ) +
  stroke('M110 460Q400 540 690 460', '#b98a55', 26) +
  dots(470, 6, 2, pigment.copper, 230, 570);
