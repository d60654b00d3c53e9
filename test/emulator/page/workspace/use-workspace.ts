import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { fetchState } from '../api.ts';
import type { PageState } from '../contract.ts';
import type { Where } from './address.ts';

/** How many messages of a conversation are shown before somebody asks for earlier ones. */
const NEWEST = 60;

/** What the person at the keyboard sees, fetched again whenever something has changed. */
export function useWorkspace(where: Where) {
  const [state, setState] = useState<PageState | undefined>();
  const [lost, setLost] = useState(false);
  const [newest, setNewest] = useState(NEWEST);
  const asked = useRef({ as: '', in: '', newest });
  asked.current = { as: where.as, in: where.in, newest };

  const refresh = useRefresh(async () => {
    const question = asked.current;
    try {
      const answer = await fetchState(question);
      if (question === asked.current || sameQuestion(question, asked.current)) setState(answer);
      setLost(false);
    } catch {
      setLost(true);
    }
  });
  // Another person or conversation is another question.
  useEffect(() => void refresh(), [where.as, where.in, newest]);
  useEffect(() => setNewest(NEWEST), [where.as, where.in]);
  useEffect(() => {
    const changes = new EventSource('/page/changes');
    changes.onmessage = () => void refresh();
    changes.onopen = () => void refresh();
    changes.onerror = () => setLost(true);
    return () => changes.close();
  }, [refresh]);
  return { state, lost, refresh, showEarlier: () => setNewest(newest + 200) };
}

type Question = { as: string; in: string; newest: number };

const sameQuestion = (a: Question, b: Question) => a.as === b.as && a.in === b.in && a.newest === b.newest;

/** Runs one fetch at a time; asked again meanwhile, it runs once more, so the last answer is the newest. */
function useRefresh(fetchOnce: () => Promise<void>) {
  const work = useRef(fetchOnce);
  work.current = fetchOnce;
  const running = useRef<Promise<void> | undefined>(undefined);
  const again = useRef(false);
  return useCallback((): Promise<void> => {
    again.current = true;
    running.current ??= (async () => {
      while (again.current) {
        again.current = false;
        await work.current();
      }
      running.current = undefined;
    })();
    return running.current;
  }, []);
}
