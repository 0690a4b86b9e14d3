import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { mailboxQuery, type Mail } from '../../api/ops/mailbox.ts';
import { Empty } from '../../components/empty.tsx';
import { formatMoment } from '../../format/time.ts';
import { DataTable, type Column } from '../components/data-table.tsx';
import { OrderLink } from '../components/evidence-links.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Resource } from '../components/resource.tsx';
import { Letter } from './letter.tsx';
import { ReceiverFilter } from './receiver-filter.tsx';

const columns: Column<Mail>[] = [
  { header: 'Arrived', cell: (mail) => formatMoment(mail.at) },
  { header: 'To', cell: (mail) => mail.to },
  { header: 'Subject', cell: (mail) => <Letter mail={mail} />, wide: true },
  { header: 'Kind', cell: (mail) => mail.kind },
  { header: 'Order', cell: (mail) => <OrderLink orderId={mail.orderId} /> },
];

export function MailboxPage() {
  const [params, setParams] = useSearchParams();
  const to = params.get('to') ?? '';
  const mail = useQuery(mailboxQuery(to));
  return (
    <>
      <PageHeading
        title="Mailbox"
        about="The mail that arrived: one per order and kind. Nothing leaves this machine."
      >
        <ReceiverFilter key={to} to={to} onChange={(next) => setParams(next === '' ? {} : { to: next })} />
      </PageHeading>
      <Resource what="The mail" query={mail}>
        {(items) =>
          items.length === 0 ? (
            <Empty title="No mail">
              <p>
                {to === ''
                  ? 'An order sends some when it is confirmed or rejected.'
                  : `Nothing arrived for ${to}.`}
              </p>
            </Empty>
          ) : (
            <DataTable
              caption="Mail"
              columns={columns}
              rows={items}
              rowKey={(item) => `${item.orderId}:${item.kind}:${item.at}`}
            />
          )
        }
      </Resource>
    </>
  );
}
