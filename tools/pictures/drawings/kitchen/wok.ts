import { LIGHT, pigment } from '../../palette.ts';
import { dots } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { each, stroke } from '../../svg.ts';

export const wok =
  stroke('M560 420L690 330', pigment.iron, 30) +
  rodHandle() +
  turned({
    profile: [
      [250, 420, 'sharp'],
      [215, 540],
      [90, 640, 'sharp'],
    ],
    fill: pigment.iron,
    foot: 14,
    inside: pigment.ink,
    lip: pigment.slate,
    mouth: 60,
    surface: each([480, 525, 570, 610], (y, row) =>
      dots(y, 11, 15, '#4b4f57', 140 + (row % 2) * 18, 640, 14),
    ),
  });

function rodHandle(): string {
  return (
    stroke('M640 366L740 296', pigment.cedar, 38) + stroke('M648 352L730 294', LIGHT, 7, { opacity: '.4' })
  );
}
