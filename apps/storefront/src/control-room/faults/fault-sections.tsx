import { useSearchParams } from 'react-router';
import type { Fault } from '../../api/ops/faults.ts';
import { FilterLinks } from '../components/filter-links.tsx';
import { arrangeFaults, type FaultSection } from './arrange-faults.ts';
import { FaultSectionView } from './fault-section.tsx';

/** All sections, or the one that the address names. */
export function FaultSections({ faults, lasts }: { faults: Fault[]; lasts: number }) {
  const [params] = useSearchParams();
  const sections = arrangeFaults(faults);
  const chosen = sections.find(({ title }) => title === params.get('section'));
  return (
    <>
      <FilterLinks
        label="Section"
        choices={[
          { value: null, words: 'All' },
          ...sections.map((section) => ({ value: section.title, words: wordsOf(section) })),
        ]}
        chosen={chosen?.title ?? null}
        pathFor={(title) =>
          title === null ? '/ops/faults' : `/ops/faults?${new URLSearchParams({ section: title })}`
        }
      />
      {(chosen ? [chosen] : sections).map((section) => (
        <FaultSectionView key={section.title} section={section} lasts={lasts} />
      ))}
    </>
  );
}

/** `Payment`, or `Payment · 2 on`. */
function wordsOf({ title, lines }: FaultSection): string {
  const on = lines.flatMap(({ faults }) => faults).filter(({ enabled }) => enabled).length;
  return on === 0 ? title : `${title} · ${on} on`;
}
