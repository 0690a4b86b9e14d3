import { barometer } from '../drawings/wayfinding/barometer.ts';
import { bell } from '../drawings/wayfinding/bell.ts';
import { chart } from '../drawings/wayfinding/chart.ts';
import { compass } from '../drawings/wayfinding/compass.ts';
import { flask } from '../drawings/wayfinding/flask.ts';
import { globe } from '../drawings/wayfinding/globe.ts';
import { hat } from '../drawings/wayfinding/hat.ts';
import { hourglass } from '../drawings/wayfinding/hourglass.ts';
import { knife } from '../drawings/wayfinding/knife.ts';
import { magnifier } from '../drawings/wayfinding/magnifier.ts';
import { paddle } from '../drawings/wayfinding/paddle.ts';
import { sextant } from '../drawings/wayfinding/sextant.ts';
import { watch } from '../drawings/wayfinding/watch.ts';
import { whistle } from '../drawings/wayfinding/whistle.ts';
import { hanging, lying, standing } from '../scene.ts';
import type { Scene } from '../scene.ts';
import { binoculars, camera, telescope } from '../shapes/optics.ts';
import { scale, turn } from '../svg.ts';

export const wayfinding: Readonly<Record<string, Scene>> = {
  'WAY-COMPASS-701': lying(compass),
  'WAY-SPYGLASS-702': lying(turn(-32, 400, 400, telescope(400))),
  'WAY-BINOCULAR-703': standing(290, binoculars()),
  'WAY-SEXTANT-704': lying(sextant),
  'WAY-GLOBE-705': standing(200, globe, 668),
  'WAY-HOURGLASS-706': standing(210, hourglass, 672),
  'WAY-BAROMETER-707': hanging(barometer),
  'WAY-WATCH-708': lying(watch),
  'WAY-LENS-709': lying(magnifier),
  'WAY-CAMERA-710': standing(300, camera(), 640),
  'WAY-BELL-711': hanging(scale(0.9, 400, 330, bell)),
  'WAY-MAP-712': lying(turn(-6, 400, 400, chart)),
  'WAY-FLASK-713': standing(150, flask),
  'WAY-KNIFE-714': lying(turn(-24, 400, 380, scale(1.08, 400, 380, knife))),
  'WAY-HAT-715': standing(310, hat, 632),
  'WAY-WHISTLE-716': lying(turn(-12, 400, 420, whistle)),
  'WAY-PADDLE-717': lying(paddle),
};
