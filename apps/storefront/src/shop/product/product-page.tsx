import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { asApiError } from '../../api/problem.ts';
import { productQuery } from '../../api/products.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Empty } from '../../components/empty.tsx';
import { ProductSkeleton } from './product-skeleton.tsx';
import { ProductView } from './product-view.tsx';

export function ProductPage() {
  const { productId = '' } = useParams();
  const product = useQuery(productQuery(productId));
  if (product.isPending) return <ProductSkeleton />;
  if (product.data) return <ProductView key={product.data.id} product={product.data} />;
  if (asApiError(product.error).status === 404) return <NoSuchProduct />;
  return (
    <ErrorNotice
      wholePage
      title="This product could not be fetched."
      error={product.error}
      onRetry={() => void product.refetch()}
    />
  );
}

function NoSuchProduct() {
  return (
    <Empty wholePage title="We do not carry this any more">
      <title>Not here · Tradewind</title>
      <p>The address may be old or mistyped.</p>
      <Link to="/">See all goods</Link>
    </Empty>
  );
}
