import { ErrorNotice } from '../../components/error-notice.tsx';

interface Props {
  query: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    error: unknown;
    fetchNextPage: () => Promise<unknown>;
  };
}

export function LoadMore({ query }: Props) {
  if (!query.hasNextPage) return null;
  if (query.isFetchNextPageError) {
    return (
      <ErrorNotice
        title="More could not be fetched."
        error={query.error}
        onRetry={() => void query.fetchNextPage()}
      />
    );
  }
  return (
    <div>
      <button
        type="button"
        className="button"
        disabled={query.isFetchingNextPage}
        onClick={() => void query.fetchNextPage()}
      >
        {query.isFetchingNextPage ? 'Fetching more' : 'Show more'}
      </button>
    </div>
  );
}
