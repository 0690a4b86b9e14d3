import { pigment } from '../../palette.ts';
import { bands } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { each, ellipse, rect, stroke } from '../../svg.ts';

export const bell =
  stroke('M400 150V100H250', pigment.iron, 20) +
  rect(226, 60, 30, 120, pigment.iron, 8) +
  turned({
    profile: [
      [34, 170, 'sharp'],
      [110, 200],
      [140, 320],
      [160, 450],
      [230, 560, 'sharp'],
    ],
    fill: pigment.brass,
    foot: 24,
    surface: bands([300, 316, 500], 7, '#a37524', 16),
    shine: 0.5,
  }) +
  ellipse(400, 584, 52, 40, '#8f6a22') +
  stroke('M400 600v130', pigment.cream, 14) +
  each([630, 670, 710], (y) => ellipse(400, y, 17, 13, pigment.sand)) +
  stroke('M386 736l-8 40M400 738v44M414 736l8 40', pigment.cream, 7) +
  rect(380, 140, 40, 40, pigment.brass, 10);
