import { pigment } from '../../palette.ts';
import { rosette } from '../../shapes/surface.ts';
import { around, circle, d, each, path, polygon, rect, spread, stroke, turn } from '../../svg.ts';
import type { Drawing } from '../../svg.ts';

const endPlate = (x: number): Drawing => {
  const hexagon = spread(6, 30, 330).map((angle) => {
    const [a, b] = around(x, 400, 165, angle);
    return [x + (a - x) * 0.62, b] as const;
  });
  return (
    polygon(hexagon, '#5a2f22', { stroke: pigment.brass, 'stroke-width': 8 }) +
    rosette(x, 400, 76, 6, pigment.brass, pigment.walnut) +
    each([340, 370, 430, 460], (y, row) =>
      each(spread(4, x - 44, x + 44), (a) => circle(a + (row % 2) * 6, y - 0, 9, pigment.cream)),
    )
  );
};

const bellows = each(
  spread(7, 240, 540),
  (x, index) =>
    path(
      d`M${x - 24} ${250 + (index % 2) * 6}L${x} ${226}L${x + 26} ${250 + (index % 2) * 6}V550L${x} 574L${x - 24} 550z`,
      index % 2 ? pigment.madder : '#8a2c24',
    ) + rect(x - 3, 240, 6, 322, pigment.brass, 0, { opacity: '.7' }),
);

export const concertina = turn(
  -10,
  400,
  400,
  bellows +
    endPlate(190) +
    endPlate(610) +
    stroke('M110 310C60 360 60 440 110 490M690 310C740 360 740 440 690 490', pigment.walnut, 18),
);
