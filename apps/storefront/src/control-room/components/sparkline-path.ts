/** A line through the values, from 0 at the bottom to the highest value at the top; empty below two values. */
export function sparklinePath(values: number[], size: { width: number; height: number }): string {
  if (values.length < 2) return '';
  const highest = Math.max(...values, Number.EPSILON);
  const inner = size.height - 2;
  return values
    .map((value, index) => {
      const x = (index / (values.length - 1)) * size.width;
      const y = 1 + inner - (value / highest) * inner;
      return `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
}
