import { circle, d, ellipse, path, polygon, rect, ring, stroke } from '../svg.ts';
import type { Drawing } from '../svg.ts';
import { LIGHT, pigment, SHADE } from '../palette.ts';

/** Coated glass seen from the front: dark well, tinted reflections. */
const lens = (x: number, y: number, radius: number, rim: string): Drawing =>
  circle(x, y, radius, rim) +
  circle(x, y, radius * 0.84, pigment.ink) +
  circle(x, y, radius * 0.7, pigment.indigo) +
  circle(x, y, radius * 0.46, pigment.plum, { opacity: '.7' }) +
  ellipse(x - radius * 0.28, y - radius * 0.3, radius * 0.24, radius * 0.15, LIGHT, {
    opacity: '.7',
    transform: d`rotate(-40 ${x - radius * 0.28} ${y - radius * 0.3})`,
  }) +
  circle(x + radius * 0.3, y + radius * 0.32, radius * 0.09, pigment.sky, { opacity: '.8' });

export const binoculars = (): Drawing =>
  path('M250 250Q250 220 280 220H350L360 330H230zM550 250Q550 220 520 220H450L440 330H570z', pigment.ink) +
  rect(268, 190, 84, 46, pigment.iron, 12) +
  rect(448, 190, 84, 46, pigment.iron, 12) +
  rect(270, 232, 80, 12, pigment.brass) +
  rect(450, 232, 80, 12, pigment.brass) +
  rect(352, 280, 96, 70, pigment.iron, 10) +
  rect(380, 250, 40, 120, pigment.slate, 10) +
  stroke('M386 270v70M396 270v70M406 270v70', pigment.ink, 4) +
  path(
    'M215 330H365Q385 330 385 350V500H150Q160 380 215 330zM585 330H435Q415 330 415 350V500H650Q640 380 585 330z',
    pigment.iron,
  ) +
  path(
    'M585 330H520Q580 400 590 500H650Q640 380 585 330zM365 330H330Q370 400 372 500H385V350Q385 330 365 330z',
    SHADE,
    { opacity: '.25' },
  ) +
  circle(262, 530, 130, pigment.ink) +
  circle(538, 530, 130, pigment.ink) +
  lens(262, 530, 112, pigment.brass) +
  lens(538, 530, 112, pigment.brass) +
  path('M240 350Q190 390 176 470', 'none', {
    stroke: LIGHT,
    'stroke-width': 10,
    opacity: '.3',
    'stroke-linecap': 'round',
  });

export const camera = (): Drawing =>
  rect(260, 218, 70, 40, pigment.slate, 8) +
  rect(520, 210, 74, 48, pigment.silver, 10) +
  rect(610, 226, 36, 30, pigment.slate, 8) +
  stroke('M530 216v36M545 216v36M560 216v36M575 216v36', pigment.slate, 4) +
  rect(120, 250, 560, 390, pigment.silver, 40) +
  rect(120, 350, 560, 220, pigment.ink, 0) +
  rect(600, 250, 80, 390, SHADE, 40, { opacity: '.14' }) +
  stroke('M130 380H670M130 410H670M130 440H670M130 470H670M130 500H670M130 530H670', pigment.iron, 5, {
    'stroke-dasharray': '2 12',
  }) +
  rect(190, 275, 100, 56, pigment.ink, 8) +
  rect(200, 283, 80, 40, pigment.indigo, 6) +
  path('M206 318l30-32h20l-34 32z', pigment.sky, { opacity: '.6' }) +
  rect(360, 282, 60, 42, pigment.ink, 6) +
  rect(370, 290, 40, 26, pigment.honey, 4, { opacity: '.75' }) +
  circle(600, 304, 15, pigment.madder) +
  circle(410, 470, 165, pigment.slate) +
  circle(410, 470, 156, pigment.mist) +
  ring(410, 470, 142, pigment.slate, 10, { 'stroke-dasharray': '6 8' }) +
  lens(410, 470, 122, pigment.iron);

/** A telescope pulled out to the right; each draw is thinner than the one before. */
export function telescope(y: number): Drawing {
  const tube = (x: number, length: number, half: number, fill: string) =>
    rect(x, y - half, length, half * 2, fill, 4) +
    rect(x, y + half * 0.35, length, half * 0.65, SHADE, 0, { opacity: '.2' }) +
    rect(x, y - half * 0.66, length, half * 0.26, LIGHT, 0, { opacity: '.4' });
  const collar = (x: number, half: number, width = 22) => tube(x, width, half, pigment.brass);
  return (
    tube(560, 150, 32, pigment.brass) +
    collar(700, 40, 40) +
    tube(400, 170, 46, pigment.brass) +
    collar(556, 50) +
    tube(110, 300, 62, pigment.walnut) +
    stroke(
      d`M140 ${y - 60}v120M180 ${y - 60}v120M220 ${y - 60}v120M260 ${y - 60}v120M300 ${y - 60}v120M340 ${y - 60}v120`,
      SHADE,
      3,
      { opacity: '.2' },
    ) +
    collar(395, 66, 28) +
    collar(80, 76, 50) +
    ellipse(80, y, 22, 76, '#e7bd63') +
    ellipse(80, y, 15, 60, pigment.indigo) +
    polygon(
      [
        [74, y - 40],
        [84, y - 46],
        [80, y + 10],
      ],
      LIGHT,
      { opacity: '.5' },
    )
  );
}
