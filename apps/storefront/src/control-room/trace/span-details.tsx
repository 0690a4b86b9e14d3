import type { Span } from '../../api/ops/traces.ts';
import { formatDuration } from '../../format/time.ts';
import styles from './waterfall.module.css';

export function SpanDetails({ span, startMs }: { span: Span; startMs: number }) {
  const attributes = Object.entries(span.attributes);
  return (
    <div className={styles.details}>
      <p>
        {span.kind}, starts at +{formatDuration(startMs)}, takes {formatDuration(span.durationMs)}, status{' '}
        {span.status}
      </p>
      <dl>
        {attributes.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{typeof value === 'string' ? value : JSON.stringify(value)}</code>
            </dd>
          </div>
        ))}
      </dl>
      {span.events.map((event) => (
        <p key={`${event.at}:${event.name}`}>
          <strong>{event.name}</strong> <code>{JSON.stringify(event.attributes)}</code>
        </p>
      ))}
    </div>
  );
}
