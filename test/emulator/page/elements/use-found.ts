import { useEffect, useRef, useState } from 'preact/hooks';
import type { Item } from './chosen.ts';

type Pace = { leastTyped: number; patience: number };

/** What fits the typed text; the newest question's answer counts, however late an older one comes. */
export function useFound(find: (typed: string) => Promise<Item[]>, typed: string | undefined, pace: Pace) {
  const [found, setFound] = useState<{ items: Item[]; waiting: boolean }>({ items: [], waiting: false });
  const ask = useRef(find);
  ask.current = find;
  useEffect(() => {
    if (typed === undefined || typed.length < pace.leastTyped) {
      setFound({ items: [], waiting: false });
      return undefined;
    }
    let newest = true;
    setFound(({ items }) => ({ items, waiting: true }));
    const answered = (items: Item[]) => newest && setFound({ items, waiting: false });
    const timer = setTimeout(() => ask.current(typed).then(answered, () => answered([])), typed ? pace.patience : 0);
    return () => {
      newest = false;
      clearTimeout(timer);
    };
  }, [typed, pace.leastTyped, pace.patience]);
  return found;
}
