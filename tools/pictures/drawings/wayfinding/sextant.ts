import { LIGHT, pigment } from '../../palette.ts';
import { ticks } from '../../shapes/disc.ts';
import { around, circle, d, polygon, rect, stroke, turn } from '../../svg.ts';

const arcPoint = (radius: number, angle: number): string => {
  const [x, y] = around(400, 220, radius, angle);
  return d`${x} ${y}`;
};

export const sextant =
  stroke(`M400 190L${arcPoint(410, 148)}M400 190L${arcPoint(410, 212)}`, pigment.brass, 30) +
  stroke(
    `M${arcPoint(250, 150)}A250 250 0 0 1 ${arcPoint(250, 210)}M400 300L${arcPoint(250, 180)}`,
    pigment.brass,
    16,
  ) +
  stroke(`M${arcPoint(420, 142)}A420 420 0 0 1 ${arcPoint(420, 218)}`, pigment.brass, 62, {
    'stroke-linecap': 'butt',
  }) +
  stroke(`M${arcPoint(432, 143)}A432 432 0 0 1 ${arcPoint(432, 217)}`, pigment.paper, 24, {
    'stroke-linecap': 'butt',
  }) +
  ticks(400, 220, 444, 22, 37, pigment.ink, 4, 144, 216) +
  stroke(`M400 190L${arcPoint(440, 168)}`, '#8f6a22', 34) +
  stroke(`M400 190L${arcPoint(430, 168)}`, '#e2b95f', 12) +
  circle(400, 196, 46, pigment.brass) +
  circle(400, 196, 18, pigment.walnut) +
  polygon(
    [
      [378, 90],
      [440, 104],
      [432, 190],
      [370, 178],
    ],
    pigment.mist,
    { stroke: '#8f6a22', 'stroke-width': 9 },
  ) +
  polygon(
    [
      [390, 104],
      [412, 108],
      [388, 168],
      [380, 166],
    ],
    LIGHT,
    { opacity: '.8' },
  ) +
  turn(
    -6,
    540,
    330,
    rect(480, 300, 190, 60, pigment.ink, 10) +
      rect(470, 294, 26, 72, pigment.brass, 4) +
      rect(640, 288, 40, 84, pigment.brass, 8),
  ) +
  polygon(
    [
      [236, 300],
      [286, 312],
      [276, 400],
      [226, 388],
    ],
    pigment.madder,
    { opacity: '.85' },
  ) +
  polygon(
    [
      [216, 320],
      [266, 332],
      [256, 420],
      [206, 408],
    ],
    pigment.pine,
    { opacity: '.75' },
  ) +
  circle(484, 634, 28, pigment.ink) +
  circle(484, 634, 14, pigment.brass);
