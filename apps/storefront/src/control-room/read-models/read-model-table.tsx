import { isBusy, type ReadModel, type ReadModelJob } from '../../api/ops/read-models.ts';
import { DataTable, type Column } from '../components/data-table.tsx';
import { JobState } from './job-state.tsx';
import styles from './read-models.module.css';

interface Props {
  models: ReadModel[];
  onOperate: (model: ReadModel, operation: ReadModelJob['kind']) => void;
}

export function ReadModelTable({ models, onOperate }: Props) {
  const actions: Column<ReadModel> = {
    header: 'Operate',
    cell: (model) => (
      <span className={styles.actions}>
        <button
          type="button"
          className="button small primary"
          disabled={isBusy(model)}
          onClick={() => onOperate(model, 'rebuild')}
        >
          Rebuild
        </button>
        <button
          type="button"
          className="button small"
          disabled={isBusy(model)}
          onClick={() => onOperate(model, 'verification')}
        >
          Verify
        </button>
      </span>
    ),
  };
  return (
    <DataTable
      caption="Read models"
      columns={[...facts, actions]}
      rows={models}
      rowKey={({ service, name }) => `${service}/${name}`}
    />
  );
}

const facts: Column<ReadModel>[] = [
  { header: 'Model', cell: ({ name }) => name },
  { header: 'Service', cell: ({ service }) => service },
  {
    header: 'Folds',
    cell: ({ eventTypes }) => eventTypes.map((type) => type.split('.').at(-1)).join(', '),
    wide: true,
  },
  { header: 'Rows', cell: ({ rows }) => rows, numeric: true },
  { header: 'Last work', cell: ({ job }) => (job ? <JobState job={job} /> : 'none yet'), wide: true },
];
