import { useCallback, useRef } from 'preact/hooks';

/** Runs the work once at a time; asked again meanwhile, it runs once more, so the last answer is the newest. */
export function useOneAtATime(work: () => Promise<void>): () => Promise<void> {
  const newest = useRef(work);
  newest.current = work;
  const running = useRef<Promise<void> | undefined>(undefined);
  const again = useRef(false);
  return useCallback(() => {
    again.current = true;
    running.current ??= (async () => {
      while (again.current) {
        again.current = false;
        await newest.current();
      }
      running.current = undefined;
    })();
    return running.current;
  }, []);
}
