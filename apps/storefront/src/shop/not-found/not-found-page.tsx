import { Link } from 'react-router';
import { Empty } from '../../components/empty.tsx';

export function NotFoundPage() {
  return (
    <>
      <title>Not found · Tradewind</title>
      <Empty wholePage title="There is no page at this address">
        <p>The link may be old, or a letter is missing.</p>
        <Link to="/">See all goods</Link>
      </Empty>
    </>
  );
}
