import { Link } from 'react-router';
import { Empty } from '../../components/empty.tsx';
import { PageHeading } from '../components/page-heading.tsx';

export function NotFoundPage() {
  return (
    <>
      <PageHeading title="Not found" />
      <Empty title="No instrument at this address">
        <Link to="/ops">Back to the overview</Link>
      </Empty>
    </>
  );
}
