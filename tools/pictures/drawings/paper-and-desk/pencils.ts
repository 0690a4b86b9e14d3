import { pigment } from '../../palette.ts';
import { pencil } from '../../shapes/writing.ts';
import { turn } from '../../svg.ts';

export const pencils = turn(
  -42,
  400,
  400,
  pencil(290, pigment.madder, 690) + pencil(395, pigment.honey, 730) + pencil(500, pigment.cobalt, 660),
);
