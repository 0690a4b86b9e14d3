import { LIGHT, pigment, SHADE } from '../../palette.ts';
import { circle, d, each, rect, spread, stroke, turn } from '../../svg.ts';
import type { Drawing } from '../../svg.ts';

const joints: readonly (readonly [number, number])[] = [
  [110, 560],
  [250, 210],
  [350, 590],
  [470, 220],
  [560, 580],
  [690, 250],
];

const ruleSection = (from: readonly [number, number], to: readonly [number, number]): Drawing => {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const angle = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
  return turn(
    angle,
    from[0],
    from[1],
    rect(from[0] - 24, from[1] - 26, length + 48, 52, pigment.sand, 10) +
      rect(from[0] - 24, from[1] + 12, length + 48, 14, SHADE, 6, { opacity: '.13' }) +
      stroke(
        spread(Math.round(length / 14), from[0] + 10, from[0] + length - 10)
          .map((x, index) => d`M${x} ${from[1] - 26}v${index % 5 === 0 ? 26 : 15}`)
          .join(''),
        pigment.cocoa,
        3,
        { 'stroke-linecap': 'butt' },
      ),
  );
};

export const rule =
  each(joints.slice(1), (to, index) => ruleSection(joints[index]!, to)) +
  each(
    joints.slice(1, -1),
    ([x, y]) =>
      circle(x, y, 23, pigment.brass) +
      circle(x - 6, y - 7, 6, LIGHT, { opacity: '.5' }) +
      circle(x, y, 6, pigment.walnut),
  );
