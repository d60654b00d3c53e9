import { useState } from 'preact/hooks';

/** Tries something, and shows why it failed until the next try. */
export function useTrying() {
  const [trouble, setTrouble] = useState<string | undefined>();
  const attempt = (work: Promise<unknown>) => {
    setTrouble(undefined);
    work.catch((error: Error) => setTrouble(error.message));
  };
  const shown = trouble && (
    <p class="error" role="alert">
      {trouble}
    </p>
  );
  return { attempt, trouble: shown };
}
