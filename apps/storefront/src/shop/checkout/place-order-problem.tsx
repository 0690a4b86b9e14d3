import { Link } from 'react-router';
import { asApiError, unreachable, type ApiError } from '../../api/problem.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Note } from '../../components/note.tsx';
import { counted } from '../../format/words.ts';

/** Why there is no order yet, and what to do; everything typed is still in the form. */
export function PlaceOrderProblem({ error }: { error: unknown }) {
  const problem = asApiError(error);
  const words = adviceFor(problem);
  if (!words) return <ErrorNotice title="The order was not placed." error={error} />;
  return (
    <div role="alert">
      <Note tone="bad">
        <p>{words}</p>
        {problem.code === 'CART.EMPTY' && <Link to="/orders">See your orders</Link>}
      </Note>
    </div>
  );
}

function adviceFor(problem: ApiError): string | null {
  switch (problem.code) {
    case unreachable:
      return 'No answer came. Press the button again: the same order is never placed twice.';
    case 'CART.EMPTY':
      return 'Your cart is empty. Perhaps this order was already placed in another tab.';
    case 'PAYMENT.UNKNOWN_TOKEN':
      return 'This test card is not known to the payment simulator. Choose another one.';
    case 'VALIDATION.FAILED':
      return 'Some fields need another look. They are marked.';
    case 'IDEMPOTENCY.KEY_IN_USE':
      return 'Your order is still being placed. Give it a moment, then press the button again; it is never placed twice.';
    default:
      return problem.status === 429 || problem.status === 503 ? busyWords(problem.retryAfter) : null;
  }
}

function busyWords(retryAfter: number | null): string {
  const when = retryAfter ? `in ${counted(Math.ceil(retryAfter), 'second')}` : 'in a moment';
  return `Very many people are ordering right now. Please try again ${when}; nothing you typed is lost.`;
}
