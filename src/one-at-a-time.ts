/** Work that never overlaps itself: calls wait for each other, and each does the whole of it. */
export type OneAtATime = { busy(): boolean; done(): Promise<void>; run(): Promise<void> };

/** Makes such work of any; one call's failure is its own caller's. */
export function oneAtATime(work: () => Promise<void>): OneAtATime {
  let queued = 0;
  let last: Promise<void> = Promise.resolve();
  return {
    busy: () => queued > 0,
    done: () => last.catch(() => {}),
    run() {
      queued += 1;
      last = last
        .catch(() => {})
        .then(work)
        .finally(() => {
          queued -= 1;
        });
      return last;
    },
  };
}
