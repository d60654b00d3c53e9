import type { PageConversation } from '../contract.ts';
import { useDoing } from './doing.ts';

/** Why nothing can be written here, and what can be done about it. */
export function Closed({ conversation: { id, name, archived } }: { conversation: PageConversation }) {
  const { send } = useDoing();
  if (archived) return <p class="composer closed">This channel is archived.</p>;
  return (
    <div class="composer closed">
      <p>You are looking into #{name}.</p>
      <button type="button" class="button primary" onClick={() => void send({ what: 'joins', channel: id })}>
        Join channel
      </button>
    </div>
  );
}
