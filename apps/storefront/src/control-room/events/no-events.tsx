import { Link } from 'react-router';
import { Empty } from '../../components/empty.tsx';

export function NoEvents({ filtered }: { filtered: boolean }) {
  return (
    <Empty title={filtered ? 'No event matches' : 'No events yet'}>
      {filtered ? (
        <Link to="/ops/events">Show all events</Link>
      ) : (
        <p>
          Services publish as soon as something happens. <Link to="/">Place an order</Link> to see some.
        </p>
      )}
    </Empty>
  );
}
