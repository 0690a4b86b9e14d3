interface ServerSeries {
  kind: 'bucket' | 'count';
  labels: Partial<Record<string, string>>;
  /** Of a bucket, in seconds. */
  bound: number;
  value: number;
}

const SERIES = /^(?:http|rpc)_server_seconds_(bucket|count)\{([^}]*)\} ([\d.e+]+)$/gm;

/** The durations of served requests, from Prometheus' text form. */
export function serverSeries(text: string): ServerSeries[] {
  return [...text.matchAll(SERIES)].map(([, kind, labelText, value]) => {
    const labels = Object.fromEntries(
      [...labelText!.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, it]) => [key!, it!]),
    );
    const bound = labels['le'] === '+Inf' ? Infinity : Number(labels['le']);
    return { kind: kind as ServerSeries['kind'], labels, bound, value: Number(value) };
  });
}
