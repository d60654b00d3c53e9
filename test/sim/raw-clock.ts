import type { Clock } from '../../src/clock.ts';
import { plus } from '../../src/time.ts';
import type { Machine, Surroundings } from './instance.ts';

/** The machine's own clock: wrong by so much, and a timer rings after so much time, whatever the clock is set to meanwhile. */
export function rawClock({ timeline }: Pick<Surroundings, 'timeline'>, machine: Machine, isDead: () => boolean): Clock {
  const now = () => plus(timeline.now(), { seconds: machine.ahead / 1000 });
  return {
    now,
    async sleep(until, stop) {
      while (!stop?.aborted && now() < until) {
        await new Promise<void>((resolve) => {
          const cancel = timeline.in(until.getTime() - now().getTime(), () => isDead() || ring());
          function ring() {
            cancel();
            stop?.removeEventListener('abort', ring);
            resolve();
          }
          stop?.addEventListener('abort', ring);
        });
      }
    },
  };
}
