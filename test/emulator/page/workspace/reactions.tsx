import type { PageMessage } from '../contract.ts';
import { useReading } from '../text/reading.ts';
import { Label } from '../text/text.tsx';
import { useDoing } from './doing.ts';
import { EmojiPicker } from './emoji-picker.tsx';

/** The emoji under a message; a click adds one's own, or takes it away. */
export function Reactions({ message: { channel, ts, reactions } }: { message: PageMessage }) {
  const { me, person } = useReading();
  const { send } = useDoing();
  if (reactions.length === 0) return null;
  const react = (name: string) => void send({ what: 'reacts', name, channel, ts });
  return (
    <ul class="reactions" aria-label="Reactions">
      {reactions.map(({ name, users }) => {
        const names = users.map((id) => (id === me ? 'you' : (person(id)?.name ?? id))).join(', ');
        return (
          <li key={name}>
            <button
              type="button"
              class="reaction"
              aria-pressed={users.includes(me)}
              aria-label={`:${name}: ${users.length}, ${names}`}
              title={`${names}: :${name}:`}
              onClick={() => react(name)}
            >
              <Label text={`:${name}:`} /> {users.length}
            </button>
          </li>
        );
      })}
      <li>
        <EmojiPicker label="Add a reaction" className="reaction" face="+" pick={react} />
      </li>
    </ul>
  );
}
