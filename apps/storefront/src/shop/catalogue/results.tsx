import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ProductPage, ProductSearch } from '../../api/products.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Note } from '../../components/note.tsx';
import styles from './catalogue.module.css';
import { NothingFound } from './nothing-found.tsx';
import { ProductCard } from './product-card.tsx';
import { ProductCardSkeletons } from './product-card-skeletons.tsx';

interface Props {
  products: UseInfiniteQueryResult<InfiniteData<ProductPage>>;
  search: ProductSearch;
}

export function Results({ products, search }: Props) {
  return (
    <section className={styles.results} aria-label="Goods" aria-busy={products.isFetching}>
      <Goods products={products} search={search} />
    </section>
  );
}

function Goods({ products, search }: Props) {
  const retry = () => void products.refetch();
  if (products.isPending) return <ProductCardSkeletons />;
  if (!products.data)
    return <ErrorNotice title="The goods could not be fetched." error={products.error} onRetry={retry} />;

  const items = products.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <NothingFound search={search} />;
  return (
    <>
      <div className={styles.notes}>
        {products.isRefetchError && (
          <ErrorNotice title="These goods may be out of date." error={products.error} onRetry={retry} />
        )}
        {isStale(products.data.pages) && (
          <Note>We cannot look on the shelves right now: this list is some minutes old.</Note>
        )}
      </div>
      <div className={styles.grid} data-stale={products.isPlaceholderData}>
        {items.map((product, index) => (
          <ProductCard key={product.id} product={product} eager={index < 8} />
        ))}
      </div>
      <More products={products} />
    </>
  );
}

function More({ products }: Pick<Props, 'products'>) {
  const { hasNextPage, isFetchNextPageError, isFetchingNextPage, fetchNextPage } = products;
  if (!hasNextPage) return null;
  return (
    <div className={styles.more}>
      {isFetchNextPageError ? (
        <ErrorNotice
          title="More could not be fetched."
          error={products.error}
          onRetry={() => void fetchNextPage()}
        />
      ) : (
        <button
          type="button"
          className="button large"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {isFetchingNextPage ? 'Fetching more' : 'Show more'}
        </button>
      )}
    </div>
  );
}

function isStale(pages: ProductPage[]): boolean {
  return pages.some((page) => (page.degraded?.length ?? 0) > 0);
}
