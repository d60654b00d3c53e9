/** Tells that something visible has changed. */
export type Listening = { changed(): void; onChange(listener: () => void): () => void };

/** Listeners hear of changes once per turn of the event loop, however many there were. */
export function makeListening(): Listening {
  const listeners = new Set<() => void>();
  let waiting = false;
  return {
    changed() {
      if (waiting || listeners.size === 0) return;
      waiting = true;
      setImmediate(() => {
        waiting = false;
        for (const listener of listeners) listener();
      });
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
