import { useMemo, useState } from 'preact/hooks';
import type { Item } from '../elements/chosen.ts';
import { Combobox } from '../elements/combobox.tsx';
import { fitting } from '../elements/fitting.ts';
import { useReading } from '../text/reading.ts';
import { Dialog } from '../view/dialog.tsx';
import { useDoing } from './doing.ts';

type NewDmProps = { me: string; open(id: string): void; close(): void };

/** Slack's direct messages take eight people besides oneself. */
const MOST = 8;

/** Begins a direct message with somebody, or with some of them. */
export function NewDm({ me, open, close }: NewDmProps) {
  const { people } = useReading();
  const { openDm } = useDoing();
  const [chosen, setChosen] = useState<Item[]>([]);
  const items = useMemo(
    () =>
      people
        .filter(({ id, playable }) => playable && id !== me)
        .map(({ id, name, title, role }) => ({
          value: id,
          text: name,
          description: [title, role].filter(Boolean).join(' · '),
        })),
    [people, me],
  );
  const begin = async () => {
    const id = await openDm(chosen.map(({ value }) => value));
    close();
    if (id) open(id);
  };
  return (
    <Dialog title="New message" onEscape={close} className="confirm">
      <div class="dialog-body field">
        <Combobox
          naming={{ 'aria-label': 'To whom' }}
          placeholder="To whom?"
          chosen={chosen}
          find={(typed) => Promise.resolve(fitting(items, typed))}
          choose={setChosen}
          most={MOST}
        />
      </div>
      <footer>
        <button type="button" class="button" onClick={close}>
          Cancel
        </button>
        <button type="button" class="button primary" disabled={chosen.length === 0} onClick={() => void begin()}>
          Write
        </button>
      </footer>
    </Dialog>
  );
}
