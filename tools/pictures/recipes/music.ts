import { balalaika } from '../drawings/music/balalaika.ts';
import { bansuri } from '../drawings/music/bansuri.ts';
import { bodhran } from '../drawings/music/bodhran.ts';
import { bowlNepal } from '../drawings/music/bowl-nepal.ts';
import { cajon } from '../drawings/music/cajon.ts';
import { castanets } from '../drawings/music/castanets.ts';
import { concertina } from '../drawings/music/concertina.ts';
import { djembe } from '../drawings/music/djembe.ts';
import { gong } from '../drawings/music/gong.ts';
import { kalimba } from '../drawings/music/kalimba.ts';
import { kora } from '../drawings/music/kora.ts';
import { maraca } from '../drawings/music/maraca.ts';
import { ocarina } from '../drawings/music/ocarina.ts';
import { oud } from '../drawings/music/oud.ts';
import { panflute } from '../drawings/music/panflute.ts';
import { riq } from '../drawings/music/riq.ts';
import { uke } from '../drawings/music/uke.ts';
import { violin } from '../drawings/music/violin.ts';
import { pigment } from '../palette.ts';
import { lying, standing } from '../scene.ts';
import type { Scene } from '../scene.ts';
import { move, scale, turn } from '../svg.ts';

export const music: Readonly<Record<string, Scene>> = {
  'MUS-KALIMBA-601': lying(turn(-10, 400, 400, kalimba)),
  'MUS-DJEMBE-602': standing(190, djembe),
  'MUS-UKULELE-603': lying(turn(24, 400, 400, scale(1.08, 400, 400, uke))),
  'MUS-OUD-604': lying(turn(-24, 400, 400, oud)),
  'MUS-BALALAIKA-605': lying(turn(14, 400, 400, balalaika)),
  'MUS-KORA-606': lying(turn(6, 400, 400, kora)),
  'MUS-BANSURI-607': lying(bansuri),
  'MUS-PANFLUTE-608': lying(panflute),
  'MUS-BOWL-609': standing(240, bowlNepal),
  'MUS-GONG-610': standing(290, gong),
  'MUS-MARACAS-611': lying(
    turn(-32, 400, 440, maraca(pigment.madder, pigment.honey)) +
      turn(32, 400, 440, maraca(pigment.pine, pigment.honey)),
  ),
  'MUS-CASTANET-612': lying(castanets),
  'MUS-RIQ-613': lying(riq),
  'MUS-BODHRAN-614': lying(bodhran),
  'MUS-CAJON-615': standing(220, cajon, 664),
  'MUS-CONCERTINA-616': lying(concertina),
  'MUS-VIOLIN-617': lying(move(-50, 0, violin)),
  'MUS-OCARINA-618': lying(ocarina),
};
