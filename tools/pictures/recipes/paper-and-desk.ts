import { abacus } from '../drawings/paper-and-desk/abacus.ts';
import { brush } from '../drawings/paper-and-desk/brush.ts';
import { envelopes } from '../drawings/paper-and-desk/envelopes.ts';
import { inkBottle } from '../drawings/paper-and-desk/ink-bottle.ts';
import { inkstone } from '../drawings/paper-and-desk/inkstone.ts';
import { journal } from '../drawings/paper-and-desk/journal.ts';
import { notebook } from '../drawings/paper-and-desk/notebook.ts';
import { paints } from '../drawings/paper-and-desk/paints.ts';
import { penCup } from '../drawings/paper-and-desk/pen-cup.ts';
import { pen } from '../drawings/paper-and-desk/pen.ts';
import { pencils } from '../drawings/paper-and-desk/pencils.ts';
import { rule } from '../drawings/paper-and-desk/rule.ts';
import { scissors } from '../drawings/paper-and-desk/scissors.ts';
import { seal } from '../drawings/paper-and-desk/seal.ts';
import { sharpener } from '../drawings/paper-and-desk/sharpener.ts';
import { twine } from '../drawings/paper-and-desk/twine.ts';
import { washi } from '../drawings/paper-and-desk/washi.ts';
import { lying, standing } from '../scene.ts';
import type { Scene } from '../scene.ts';
import { turn } from '../svg.ts';

export const paperAndDesk: Readonly<Record<string, Scene>> = {
  'DSK-JOURNAL-801': lying(turn(-7, 400, 400, journal)),
  'DSK-NOTEBOOK-802': lying(turn(8, 400, 400, notebook)),
  'DSK-PEN-803': lying(pen),
  'DSK-PENCIL-804': lying(pencils),
  'DSK-INK-805': standing(250, inkBottle),
  'DSK-BRUSH-806': lying(brush),
  'DSK-INKSTONE-807': lying(inkstone),
  'DSK-SCISSORS-808': lying(scissors),
  'DSK-SEAL-809': lying(seal),
  'DSK-ABACUS-810': lying(turn(-8, 400, 400, abacus)),
  'DSK-WASHI-811': standing(250, washi),
  'DSK-CUP-812': standing(170, penCup),
  'DSK-ENVELOPE-813': lying(envelopes),
  'DSK-RULE-814': lying(rule),
  'DSK-TWINE-815': standing(230, twine, 668),
  'DSK-PAINTS-816': lying(turn(-5, 400, 400, paints)),
  'DSK-SHARPEN-817': standing(280, sharpener, 650),
};
