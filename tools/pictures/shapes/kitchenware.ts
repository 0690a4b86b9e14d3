import { circle, clip, d, each, ellipse, path, polygon, rect, spread, stroke } from '../svg.ts';
import type { Drawing } from '../svg.ts';
import { LIGHT, pigment, SHADE } from '../palette.ts';
import { band, grain } from './surface.ts';
import { disc } from './disc.ts';
import { rod } from './rod.ts';
import { turned } from './turned.ts';

/** A hole shows the backdrop; this is its colour in all three kitchen backdrops, near enough. */
const HOLE = '#ecefea';

export const santoku = (): Drawing =>
  path('M120 330H540V440H330C240 440 160 410 120 330z', pigment.silver) +
  path('M120 330C160 410 240 440 330 440H540V415H340C250 415 170 390 120 330z', pigment.mist) +
  path('M120 330H540V352H140z', pigment.slate, { opacity: '.5' }) +
  rect(540, 338, 30, 62, pigment.ink, 4) +
  rod(
    370,
    [
      [568, 28],
      [700, 34],
      [712, 28],
    ],
    pigment.sand,
    grain(570, 352, 140, 34, pigment.cedar, 3),
  );

/** A stacked pair of woven tiers below a lid of crossed strips. */
export function steamer(): Drawing {
  const tier = (y: number) =>
    turned({
      profile: [
        [210, y, 'sharp'],
        [210, y + 120, 'sharp'],
      ],
      fill: pigment.straw,
      foot: 18,
      surface:
        band(y + 12, 20, pigment.sand, 18) +
        band(y + 104, 20, pigment.sand, 18) +
        stroke(d`M330 ${y + 16}v130M340 ${y + 16}v130`, pigment.cedar, 6),
    });
  const strips = spread(13, -420, 420)
    .map((at) => d`M${400 + at} 270L${400 + at + 190} 430M${400 + at} 270L${400 + at - 190} 430`)
    .join('');
  const dome = 'M196 370C196 290 300 262 400 262S604 290 604 370Q400 420 196 370z';
  const lid =
    path(dome, pigment.straw) +
    clip(
      dome,
      stroke(strips, pigment.cedar, 7, { opacity: '.55' }),
      path('M470 250H620V420H470z', SHADE, { opacity: '.14' }),
    );
  return (
    tier(505) +
    tier(392) +
    lid +
    band(372, 24, pigment.sand, 19, 400, 204) +
    stroke('M372 268q28-44 56 0', pigment.cedar, 12)
  );
}

export function oliveBoard(): Drawing {
  const outline =
    'M150 300C140 250 230 240 330 250S520 230 570 290C590 320 600 340 640 350C700 360 700 440 640 446C600 450 590 480 570 510C530 560 430 530 330 545S140 540 146 470z';
  const swirl = stroke(
    'M150 330C260 300 330 380 430 350S560 330 640 380M146 380C240 350 320 430 430 400S560 390 640 410M150 430C250 400 330 480 420 450S540 440 600 450M150 490C260 450 330 530 440 495',
    pigment.walnut,
    9,
    { opacity: '.5' },
  );
  const knot =
    ellipse(360, 410, 46, 26, pigment.walnut, { opacity: '.45' }) +
    ellipse(360, 410, 26, 13, pigment.cocoa, { opacity: '.5' });
  return (
    path(outline, pigment.oak) +
    clip(outline, swirl, knot, path('M140 500C300 540 500 560 600 480V600H140z', SHADE, { opacity: '.14' })) +
    circle(655, 398, 17, HOLE)
  );
}

export const spoons = (): Drawing =>
  each(['spoon', 'slotted', 'flat'], (kind, index) => {
    const x = 250 + index * 150;
    const wood = [pigment.cedar, pigment.rust, pigment.oak][index]!;
    const head =
      kind === 'flat'
        ? path(d`M${x - 44} 160Q${x} 130 ${x + 52} 150L${x + 34} 330Q${x} 356 ${x - 34} 330z`, wood)
        : ellipse(x, 240, 58, 92, wood) + ellipse(x - 3, 238, 44, 74, SHADE, { opacity: '.16' });
    const slots =
      kind === 'slotted' ? stroke(d`M${x - 20} 200v80M${x} 190v96M${x + 20} 200v80`, HOLE, 10) : '';
    return (
      path(d`M${x - 14} 310L${x - 11} 650q11 14 22 0L${x + 14} 310z`, wood) +
      head +
      slots +
      path(d`M${x + 3} 345L${x + 2} 655q8 2 9 -5L${x + 13} 345z`, SHADE, { opacity: '.18' })
    );
  });

export const skillet = (): Drawing =>
  path('M520 440L700 620q20 26-4 44t-46-2L480 490z', pigment.iron) +
  ellipse(672, 636, 14, 10, HOLE, { transform: 'rotate(45 672 636)' }) +
  path('M150 270L130 330L200 400z', pigment.iron) +
  disc(350, 350, 225, pigment.iron, pigment.ink, 30) +
  circle(350, 350, 172, '#34363d') +
  path('M230 270a150 150 0 0 1 120-70a172 172 0 0 0 -140 130z', LIGHT, { opacity: '.12' });

export const grater = (): Drawing => {
  const teeth = [400, 440, 480, 520, 560, 600]
    .flatMap((y, row) =>
      spread(5, 330 + (row % 2) * 10, 450 + (row % 2) * 10).map((x) => d`M${x} ${y}q9 16 18 0`),
    )
    .join('');
  return (
    stroke('M320 290C330 190 470 190 480 290', pigment.slate, 18) +
    ellipse(400, 210, 50, 26, pigment.oak) +
    ellipse(388, 204, 26, 9, LIGHT, { opacity: '.35' }) +
    polygon(
      [
        [310, 290],
        [470, 290],
        [510, 655],
        [270, 655],
      ],
      pigment.silver,
    ) +
    polygon(
      [
        [470, 290],
        [510, 305],
        [580, 630],
        [510, 655],
      ],
      pigment.slate,
    ) +
    polygon(
      [
        [310, 290],
        [340, 290],
        [312, 655],
        [270, 655],
      ],
      LIGHT,
      { opacity: '.35' },
    ) +
    rect(316, 310, 152, 40, pigment.slate, 20, { opacity: '.55' }) +
    stroke(teeth, pigment.slate, 8) +
    stroke('M500 350l26 260M516 340l34 280', pigment.silver, 8, { 'stroke-dasharray': '2 24' })
  );
};

export const chopsticks = (): Drawing => {
  const stick = (y: number, fill: string, tip: string) =>
    rod(
      y,
      [
        [110, 5],
        [420, 10],
        [690, 13],
        [696, 10],
      ],
      fill,
      rect(560, y - 20, 60, 40, tip) + rect(632, y - 20, 12, 40, tip) + rect(530, y - 20, 10, 40, tip),
    );
  return (
    path('M230 340q40 26 50 130t-20 100q-50 0-60-110t30-120z', pigment.celadon) +
    path('M262 360q30 60 14 190t30-100q-6-80-44-90z', SHADE, { opacity: '.15' }) +
    stick(375, pigment.madder, pigment.brass) +
    stick(418, pigment.madder, pigment.brass) +
    stick(488, pigment.ink, pigment.coral) +
    stick(530, pigment.ink, pigment.coral)
  );
};
