/** Dates and durations in the viewer's locale. Arguments are RFC 3339 strings or milliseconds. */
type Moment = string | number;

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' });
const short = new Intl.DateTimeFormat(undefined, {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const instant = new Intl.DateTimeFormat(undefined, {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});
const number = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });

export const formatDay = (at: Moment) => day.format(new Date(at));
export const formatMoment = (at: Moment) => short.format(new Date(at));
/** To the millisecond, where what is told lies that close together. */
export const formatInstant = (at: Moment) => instant.format(new Date(at));
export const formatClock = (at: Moment) => clock.format(new Date(at));

/** `4 ms`, `1.52 s`, `3 min 20 s`, `2 h 5 min`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1_000)
    return `${number.format(milliseconds < 10 ? milliseconds : Math.round(milliseconds))} ms`;
  const seconds = milliseconds / 1_000;
  if (seconds < 60) return `${number.format(seconds)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.floor(seconds % 60)} s`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
