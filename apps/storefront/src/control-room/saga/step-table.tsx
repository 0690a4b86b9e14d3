import type { SagaStep } from '../../api/ops/sagas.ts';
import { DataTable, type Column } from '../components/data-table.tsx';

export function StepTable({ steps, current }: { steps: SagaStep[]; current: string | null }) {
  const columns: Column<SagaStep>[] = [
    {
      header: 'Step',
      cell: (step) => (step.name === current ? <strong>{step.name} (here)</strong> : step.name),
    },
    { header: 'Done by', cell: (step) => step.participant },
    {
      header: 'Way back',
      cell: (step) => (step.pivot ? 'pivot: none from here' : step.undoable ? 'yes' : 'none'),
    },
  ];
  return <DataTable caption="Steps" columns={columns} rows={steps} rowKey={(step) => step.name} />;
}
