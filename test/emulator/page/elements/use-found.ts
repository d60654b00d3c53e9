import { useEffect, useRef, useState } from 'preact/hooks';
import type { Item } from './chosen.ts';

type Pace = { leastTyped: number; patience: number };

/** `to`: the text that this is the answer to; nothing has been found yet where it is undefined. */
type Found = { items: Item[]; waiting: boolean; to: string | undefined };

const NOTHING: Found = { items: [], waiting: false, to: undefined };

/** What fits the typed text; the newest question's answer counts, however late an older one comes. */
export function useFound(find: (typed: string) => Promise<Item[]>, typed: string | undefined, pace: Pace) {
  const [found, setFound] = useState<Found>(NOTHING);
  const ask = useRef(find);
  ask.current = find;
  useEffect(() => {
    if (typed === undefined || typed.length < pace.leastTyped) {
      setFound(NOTHING);
      return undefined;
    }
    let newest = true;
    setFound(({ items }) => ({ items, waiting: true, to: undefined }));
    const answered = (items: Item[]) => newest && setFound({ items, waiting: false, to: typed });
    const timer = setTimeout(() => ask.current(typed).then(answered, () => answered([])), typed ? pace.patience : 0);
    return () => {
      newest = false;
      clearTimeout(timer);
    };
  }, [typed, pace.leastTyped, pace.patience]);
  return found;
}
