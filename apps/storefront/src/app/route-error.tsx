import { useEffect } from 'react';
import { Link, useRouteError } from 'react-router';
import { asApiError } from '../api/problem.ts';
import { reportCrash } from './report-crash.ts';
import styles from './route-error.module.css';

/** A page failed to load or to draw. Nothing the person did is lost on the server; here is the way back. */
export function RouteError() {
  const error = useRouteError();
  useEffect(() => reportCrash(error), [error]);
  return (
    <main className={styles.page}>
      <title>Something broke · Tradewind</title>
      <h1>This page broke</h1>
      <p>
        The fault is ours. Your cart and your orders are safe: they live on the server. Loading the page again
        usually helps, most of all after an update of the shop.
      </p>
      <p className="soft">{asApiError(error).message}</p>
      <p className={styles.ways}>
        <button type="button" className="button primary" onClick={() => location.reload()}>
          Load again
        </button>
        <Link className="button" to="/">
          Back to the shop
        </Link>
      </p>
    </main>
  );
}
