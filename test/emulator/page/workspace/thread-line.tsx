import type { PageMessage } from '../contract.ts';
import { dayOf, timeOf } from '../text/dates.ts';
import { useReading } from '../text/reading.ts';
import { Avatar } from './avatar.tsx';
import { instantOf } from './standings.ts';

/** So many faces stand before the number. */
const FACES = 4;

/** How many have answered a message, who, and when last; a click shows it. */
export function ThreadLine({ message, open }: { message: PageMessage; open(): void }) {
  const { english, person } = useReading();
  const { replies, repliers, latestReply } = message;
  if (replies === 0) return null;
  const at = latestReply && instantOf(latestReply);
  return (
    <button type="button" class="thread-line" onClick={open}>
      {repliers.slice(0, FACES).map((id) => (
        <Avatar key={id} person={person(id) ?? { name: '?', color: '7a6f66' }} />
      ))}
      <strong>{replies === 1 ? '1 reply' : `${replies} replies`}</strong>
      {at && (
        <span>
          Last reply: {dayOf(at, english)}, {timeOf(at, english)}
        </span>
      )}
    </button>
  );
}
