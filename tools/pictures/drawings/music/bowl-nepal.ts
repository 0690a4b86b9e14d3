import { pigment } from '../../palette.ts';
import { rod } from '../../shapes/rod.ts';
import { band, dots, lozenges } from '../../shapes/surface.ts';
import { turned } from '../../shapes/turned.ts';
import { each, rect, turn } from '../../svg.ts';

export const bowlNepal =
  turned({
    profile: [
      [190, 590],
      [230, 620],
      [205, 656, 'sharp'],
    ],
    fill: pigment.madder,
    foot: 12,
    surface: lozenges(626, 22, 26, 9, pigment.honey, 190, 610),
  }) +
  turned({
    profile: [
      [215, 420, 'sharp'],
      [222, 500],
      [160, 600],
      [120, 618, 'sharp'],
    ],
    fill: pigment.brass,
    foot: 10,
    inside: '#8a6420',
    lip: pigment.flame,
    mouth: 52,
    surface:
      band(452, 6, '#9a7025', 30) +
      each([500, 530, 560], (y, row) => dots(y, 12, 12, '#bd8e33', 190 + (row % 2) * 16, 610, 14)),
    shine: 0.5,
  }) +
  turn(
    -58,
    560,
    400,
    rod(
      400,
      [
        [440, 22],
        [550, 26],
        [556, 20],
        [720, 18],
        [728, 12],
      ],
      pigment.walnut,
      rect(440, 360, 112, 80, pigment.rust),
    ),
  );
