import type { LogFilter, LogLine } from '@tradewind/observability';
import type { ServiceDirectory } from './service-directory.ts';

/** Asks the admin ports for their latest lines, and merges them. */
export async function collectLogs(
  directory: ServiceDirectory,
  service: string,
  filter: LogFilter & { limit: number },
): Promise<LogLine[]> {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]));
  const answers = await directory.askAll<LogLine[]>(`/logs?${query}`, (name) => !service || name === service);
  const lines = answers.flatMap(({ answer }) => answer);
  // Times have one form, so that their texts compare as they do; lines of one time keep their order.
  lines.sort((left, right) => (left.at < right.at ? 1 : left.at > right.at ? -1 : 0));
  return lines.slice(0, filter.limit);
}
