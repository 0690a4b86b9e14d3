import type { ParkedEvent } from '../ports/watched-system.ts';
import { atRest, SETTLING, type Difference, type Picture } from './picture.ts';

const MAIL_OF: Record<string, string> = {
  confirmed: 'order-confirmed',
  rejected: 'order-rejected',
  cancelled: 'order-cancelled',
};

export function oneMailEach(picture: Picture): Difference[] {
  return [...wrongCounts(picture), ...mailsOfNobody(picture)];
}

function wrongCounts(picture: Picture): Difference[] {
  const counts = new Map<string, number>();
  for (const { orderId, kind } of picture.mails)
    counts.set(`${orderId} ${kind}`, (counts.get(`${orderId} ${kind}`) ?? 0) + 1);
  return atRest(picture).flatMap(({ orderId, status }) => {
    const kind = MAIL_OF[status];
    if (!kind) return [];
    const found = counts.get(`${orderId} ${kind}`) ?? 0;
    const letter = found === 0 ? letterOf(picture, orderId, kind) : undefined;
    // That there is none was decided by an operator, and noted.
    if (found === 1 || letter?.state === 'discarded') return [];
    const why = letter
      ? `: the event is ${letter.state}, ${letter.cause.code}, dead letter ${letter.id}`
      : '';
    return [{ subject: orderId, expected: `1 mail ${kind}`, found: `${found} mails${why}` }];
  });
}

function letterOf({ letters }: Picture, orderId: string, kind: string): ParkedEvent | undefined {
  return letters.find(
    (it) => it.service === 'notification' && it.aggregateId === orderId && it.type.endsWith(`.${kind}`),
  );
}

/** A mail of this moment may be about an order that is younger than the picture. */
function mailsOfNobody({ facts, mails, at }: Picture): Difference[] {
  const known = new Set(facts.map(({ orderId }) => orderId));
  return mails
    .filter((mail) => !known.has(mail.orderId) && at - Date.parse(mail.at) > SETTLING)
    .map(({ orderId, kind }) => ({ subject: orderId, expected: 'an order', found: `only a mail ${kind}` }));
}
