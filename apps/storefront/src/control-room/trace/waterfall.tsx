import { useMemo, useState } from 'react';
import type { Span } from '../../api/ops/traces.ts';
import { formatDuration } from '../../format/time.ts';
import { counted } from '../../format/words.ts';
import { arrangeSpans } from './arrange-spans.ts';
import { SpanRow } from './span-row.tsx';
import styles from './waterfall.module.css';

export function Waterfall({ spans }: { spans: Span[] }) {
  const { rows, totalMs } = useMemo(() => arrangeSpans(spans), [spans]);
  const [opened, setOpened] = useState<string | null>(null);
  const services = new Set(spans.map((span) => span.service));
  return (
    <section aria-label="Spans" className={styles.waterfall}>
      <p className="soft">
        {counted(spans.length, 'span')} of {counted(services.size, 'service')} in {formatDuration(totalMs)}
      </p>
      <div className={styles.axis} aria-hidden="true">
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <span key={share} style={{ left: `${share * 100}%` }}>
            {share === 0 ? '0' : formatDuration(totalMs * share)}
          </span>
        ))}
      </div>
      <ol>
        {rows.map((row) => (
          <SpanRow
            key={row.span.spanId}
            row={row}
            totalMs={totalMs}
            open={opened === row.span.spanId}
            onToggle={() => setOpened(opened === row.span.spanId ? null : row.span.spanId)}
          />
        ))}
      </ol>
    </section>
  );
}
