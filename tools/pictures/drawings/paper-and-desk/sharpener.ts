import { LIGHT, pigment } from '../../palette.ts';
import { ellipse, path, polygon, stroke } from '../../svg.ts';

export const sharpener =
  path('M610 600c60-20 110 10 90 60s-110 20-90-20 90-50 60 10', 'none', {
    stroke: pigment.sand,
    'stroke-width': 22,
  }) +
  path('M600 590c70-30 130 10 110 66', 'none', { stroke: pigment.madder, 'stroke-width': 6 }) +
  polygon(
    [
      [190, 330],
      [520, 250],
      [600, 290],
      [270, 380],
    ],
    '#e3ba60',
  ) +
  polygon(
    [
      [190, 330],
      [270, 380],
      [270, 656],
      [190, 600],
    ],
    '#a87a2c',
  ) +
  polygon(
    [
      [270, 380],
      [600, 290],
      [600, 620],
      [270, 656],
    ],
    pigment.brass,
  ) +
  ellipse(434, 478, 62, 72, '#a87a2c', { transform: 'rotate(0 434 478)' }) +
  ellipse(440, 478, 50, 60, pigment.cocoa) +
  polygon(
    [
      [260, 320],
      [450, 272],
      [520, 302],
      [330, 352],
    ],
    pigment.silver,
  ) +
  polygon(
    [
      [260, 320],
      [450, 272],
      [462, 278],
      [272, 327],
    ],
    LIGHT,
    { opacity: '.6' },
  ) +
  ellipse(390, 312, 26, 13, pigment.slate) +
  stroke('M376 316l28-8', pigment.mist, 5) +
  stroke('M300 410V630M330 404V626M560 316V610', '#a87a2c', 6, { opacity: '.6' });
