import { pigment } from '../../palette.ts';
import { spout } from '../../shapes/handle.ts';
import { dots } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { each, stroke } from '../../svg.ts';

export const cezve =
  stroke('M440 440L660 210', pigment.brass, 28) +
  stroke('M600 274L660 210', '#e3b95c', 10) +
  spout(290, 385, 40, 20, 26, 16, pigment.copper) +
  turned({
    profile: [
      [128, 360, 'sharp'],
      [98, 430],
      [150, 560],
      [150, 650, 'sharp'],
    ],
    x: 380,
    fill: pigment.copper,
    foot: 12,
    inside: pigment.cocoa,
    lip: '#dc9862',
    surface: each([450, 490, 530, 570, 610], (y, row) =>
      dots(y, 14, 9, '#d58e5c', 215 + (row % 2) * 20, 555 + (row % 2) * 20, 8),
    ),
  });
