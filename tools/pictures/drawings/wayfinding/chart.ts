import { pigment, SHADE } from '../../palette.ts';
import { rose } from '../../shapes/disc.ts';
import { each, path, polygon, stroke } from '../../svg.ts';

const panels = each([0, 1, 2, 3], (index) => {
  const [x, lift] = [130 + index * 135, index % 2 ? 34 : 0];
  return polygon(
    [
      [x, 190 + lift],
      [x + 135, 190 + 34 - lift],
      [x + 135, 600 + 34 - lift],
      [x, 600 + lift],
    ],
    index % 2 ? '#cfe0dc' : '#dfeae4',
  );
});

export const chart =
  panels +
  path(
    'M130 190L265 224V420C220 400 230 340 190 330S130 300 130 300zM670 190L535 224L530 300C500 320 560 360 540 400S600 480 590 540 640 590 670 580z',
    pigment.sand,
  ) +
  stroke(
    'M130 300C150 300 190 320 190 330C230 340 220 400 265 420M530 300C500 320 560 360 540 400S600 480 590 540 640 590 670 580',
    pigment.cedar,
    6,
  ) +
  stroke('M520 340C440 300 380 360 350 430S270 520 240 470', pigment.madder, 9, {
    'stroke-dasharray': '20 14',
  }) +
  stroke('M290 290q40-24 80 0M310 320q40-24 80 0M420 520q40-24 80 0M440 550q40-24 80 0', pigment.teal, 7) +
  rose(395, 480, 70, 42, pigment.honey, pigment.indigo) +
  each([0, 1, 2, 3], (index) =>
    polygon(
      [
        [130 + index * 135 + (index % 2 ? 0 : 100), 190 + (index % 2 ? 34 : 26)],
        [265 + index * 135 - (index % 2 ? 100 : 0), 190 + (index % 2 ? 26 : 34)],
        [265 + index * 135 - (index % 2 ? 100 : 0), 600 + (index % 2 ? 26 : 34)],
        [130 + index * 135 + (index % 2 ? 0 : 100), 600 + (index % 2 ? 34 : 26)],
      ],
      SHADE,
      { opacity: index % 2 ? '.1' : '.05' },
    ),
  );
