/** Work for later, all of it forgotten at once when the emulator closes. */
export type Timers = { later(ms: number, work: () => void): void; stop(): void };

export function makeTimers(): Timers {
  const timers = new Set<NodeJS.Timeout>();
  return {
    later(ms, work) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        work();
      }, ms);
      timers.add(timer);
    },
    stop() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
