/** A moment on the axis, in order; several may share one time. */
export interface Tick {
  at: number;
  x: number;
}

/** The least room between two moments, so that both stay visible and can be pointed at. */
const leastGap = 16;

/**
 * Places moments on one axis, left to right. The room between two follows the logarithm of the time between them:
 * four milliseconds and three seconds are both readable in one picture. Grows beyond `width` rather than squeezing.
 */
export function placeMoments(moments: number[], width: number): Tick[] {
  const weights = moments.map((at, index) => (index === 0 ? 0 : weightOf(at - (moments[index - 1] ?? at))));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const spare = Math.max(0, width - leastGap * (moments.length - 1));
  let x = 0;
  return moments.map((at, index) => {
    if (index > 0) x += leastGap + (total === 0 ? 0 : (spare * (weights[index] ?? 0)) / total);
    return { at, x };
  });
}

function weightOf(milliseconds: number): number {
  return 0.6 + Math.log10(1 + Math.max(0, milliseconds));
}
