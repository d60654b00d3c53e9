import { useEffect, useRef, useState } from 'preact/hooks';
import { fetchState, type Known, type Question } from '../api.ts';
import type { Where } from './address.ts';
import { useOneAtATime } from './use-one-at-a-time.ts';

/** How many messages of a conversation are shown before somebody asks for earlier ones, and how many more then. */
const NEWEST = 60;
const MORE = 200;

/**
 * What the person at the keyboard sees, fetched again whenever something has changed. `looked` is another number after
 * each time, even where they see no difference.
 */
export function useWorkspace(where: Where) {
  const [seen, setSeen] = useState<Known | undefined>();
  const known = useRef<Known | undefined>(undefined);
  const [lost, setLost] = useState(false);
  const [more, setMore] = useState({ in: '', newest: NEWEST });
  const newest = more.in === `${where.as} ${where.in}` ? more.newest : NEWEST;
  const asked = useRef<Question>({ ...where, newest, anew: true });
  asked.current = { ...where, newest, anew: asked.current.anew };

  const refresh = useOneAtATime(async () => {
    const question = asked.current;
    try {
      known.current = await fetchState(question, known.current);
      asked.current.anew = false;
      if (isSame(question, asked.current)) setSeen(known.current);
      setLost(false);
    } catch {
      setLost(true);
    }
  });
  // Another person, conversation or thread is another question.
  useEffect(() => void refresh(), [where.as, where.in, where.tab, where.thread, newest]);
  useEffect(() => {
    const changes = new EventSource('/page/changes');
    changes.onmessage = () => void refresh();
    changes.onopen = () => void refresh();
    changes.onerror = () => setLost(true);
    return () => changes.close();
  }, [refresh]);
  const showEarlier = () => setMore({ in: `${where.as} ${where.in}`, newest: newest + MORE });
  return { state: seen?.state, looked: seen?.number ?? 0, lost, refresh, showEarlier };
}

const isSame = (one: Question, other: Question) =>
  (['as', 'in', 'tab', 'thread', 'newest'] as const).every((part) => one[part] === other[part]);
