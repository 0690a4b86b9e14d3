/**
 * Ports that browsers, and `fetch` in Node, do not open, because other protocols live there.
 * Source: WHATWG, Fetch Standard, "Port blocking"; those above 1023.
 */
const REFUSED = new Set([
  ...[1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566],
  ...[6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080],
]);

export const isRefusedByBrowsers = (port: number): boolean => REFUSED.has(port);
