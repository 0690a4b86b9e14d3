import { bowl } from '../drawings/kitchen/bowl.ts';
import { crock } from '../drawings/kitchen/crock.ts';
import { cruet } from '../drawings/kitchen/cruet.ts';
import { donabe } from '../drawings/kitchen/donabe.ts';
import { molcajete } from '../drawings/kitchen/molcajete.ts';
import { pepper } from '../drawings/kitchen/pepper.ts';
import { plate } from '../drawings/kitchen/plate.ts';
import { rollingPin } from '../drawings/kitchen/rolling-pin.ts';
import { saucepan } from '../drawings/kitchen/saucepan.ts';
import { tagine } from '../drawings/kitchen/tagine.ts';
import { wok } from '../drawings/kitchen/wok.ts';
import { lying, standing } from '../scene.ts';
import type { Scene } from '../scene.ts';
import { chopsticks, grater, oliveBoard, santoku, skillet, spoons, steamer } from '../shapes/kitchenware.ts';
import { scale, turn } from '../svg.ts';

export const kitchen: Readonly<Record<string, Scene>> = {
  'KIT-SANTOKU-201': lying(turn(-32, 400, 400, scale(1.12, 400, 385, santoku()))),
  'KIT-TAGINE-202': standing(260, tagine),
  'KIT-MOLCAJETE-203': standing(240, molcajete, 668),
  'KIT-WOK-204': standing(190, wok, 650),
  'KIT-STEAMER-205': standing(230, steamer(), 652),
  'KIT-BOARD-206': lying(turn(-24, 400, 400, scale(1.08, 410, 400, oliveBoard()))),
  'KIT-SPOON-207': lying(turn(12, 400, 400, spoons())),
  'KIT-DONABE-208': standing(230, donabe),
  'KIT-SKILLET-209': lying(skillet()),
  'KIT-BOWL-210': standing(190, bowl, 652),
  'KIT-PLATE-211': lying(plate),
  'KIT-PEPPER-212': standing(130, pepper),
  'KIT-CRUET-213': standing(170, cruet),
  'KIT-PIN-214': lying(rollingPin),
  'KIT-CROCK-215': standing(200, crock),
  'KIT-GRATER-216': standing(190, grater()),
  'KIT-SAUCEPAN-217': standing(230, saucepan),
  'KIT-CHOPSTICK-218': lying(turn(-38, 400, 450, chopsticks())),
};
