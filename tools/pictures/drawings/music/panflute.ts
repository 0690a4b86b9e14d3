import { pigment, SHADE } from '../../palette.ts';
import { zigzag } from '../../shapes/surface.ts';
import { each, ellipse, rect, spread, stroke, turn } from '../../svg.ts';

const pipes = each(spread(13, 0, 12), (index) => {
  const [x, length] = [150 + index * 40, 430 - index * 24];
  return (
    rect(x, 190, 36, length, index % 2 ? pigment.straw : pigment.sand, 8) +
    rect(x + 24, 190, 12, length, SHADE, 6, { opacity: '.14' }) +
    ellipse(x + 18, 192, 18, 8, pigment.cocoa) +
    rect(x, 190 + length * 0.62, 36, 5, pigment.cedar, 0, { opacity: '.6' })
  );
});

export const panflute = turn(
  -5,
  400,
  400,
  pipes +
    rect(138, 270, 542, 62, pigment.madder, 8) +
    zigzag(284, 34, 13, pigment.honey, 9, 144, 672) +
    rect(138, 270, 542, 8, pigment.indigo) +
    rect(138, 324, 542, 8, pigment.indigo) +
    stroke('M142 332q-30 60-16 120M142 332q-10 70 10 110', pigment.madder, 8),
);
