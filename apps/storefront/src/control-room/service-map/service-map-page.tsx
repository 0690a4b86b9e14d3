import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { serviceMapQuery } from '../../api/ops/service-map.ts';
import { signalsQuery } from '../../api/ops/signals.ts';
import { Empty } from '../../components/empty.tsx';
import { counted } from '../../format/words.ts';
import { PageHeading } from '../components/page-heading.tsx';
import { Resource } from '../components/resource.tsx';
import { EdgeTable } from './edge-table.tsx';
import { MapDrawing } from './map-drawing.tsx';
import styles from './service-map.module.css';

export function ServiceMapPage() {
  const map = useQuery(serviceMapQuery);
  const signals = useQuery(signalsQuery);
  const seen = map.data ? `, from ${counted(map.data.traces, 'trace')} of the last five minutes` : '';
  return (
    <>
      <PageHeading
        title="Service map"
        about={`Who calls whom, drawn from what was traced${seen}. Solid lines are calls, dashed ones events.`}
      />
      <Resource what="The service map" query={map} lines={12}>
        {(data) =>
          data.edges.length === 0 ? (
            <Empty title="No traffic in the last five minutes">
              <p>
                <Link to="/">Open the shop</Link> and order something: the map draws itself.
              </p>
            </Empty>
          ) : (
            <div className={styles.page}>
              <MapDrawing map={data} signals={signals.data?.items ?? []} />
              <EdgeTable edges={data.edges} />
            </div>
          )
        }
      </Resource>
    </>
  );
}
