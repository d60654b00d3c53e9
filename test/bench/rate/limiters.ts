/** A limit on messages that the sender can't see: told the moment of a call in milliseconds, it says how many seconds to wait; 0: passed. */
export type Limiter = { ask(at: number, recipient: string): number };

/** A rate that may change: messages a second, `hours` after the beginning. */
export type RateAt = (hours: number) => number;

const HOUR_MS = 3_600_000;
/** The ends of steps are hit a little late, as decimals are. */
const NEARLY = 1e-6;

/** Fills steadily and holds so many at most, full at the beginning. */
export function tokenBucket(rateAt: RateAt, burst: number): Limiter {
  let level = burst;
  let filledAt = 0;
  return {
    ask(at) {
      const rate = rateAt(at / HOUR_MS);
      level = Math.min(burst, level + ((at - filledAt) / 1000) * rate);
      filledAt = at;
      if (level < 1 - NEARLY) return Math.max(1, Math.ceil((1 - level) / rate));
      level -= 1;
      return 0;
    },
  };
}

/** So many in each piece of time, counted anew when the next one begins. */
export function fixedWindow(rateAt: RateAt, seconds: number): Limiter {
  let window = -1;
  let count = 0;
  return {
    ask(at) {
      const current = Math.floor(at / 1000 / seconds);
      if (current !== window) [window, count] = [current, 0];
      if (count >= Math.floor(rateAt(at / HOUR_MS) * seconds + NEARLY))
        return Math.max(1, Math.ceil((current + 1) * seconds - at / 1000));
      count += 1;
      return 0;
    },
  };
}

/** So many in the last so many seconds. */
export function slidingWindow(rateAt: RateAt, seconds: number): Limiter {
  let recent: number[] = [];
  return {
    ask(at) {
      recent = recent.filter((earlier) => earlier > at - seconds * 1000);
      const [oldest = at] = recent;
      const most = Math.floor(rateAt(at / HOUR_MS) * seconds + NEARLY);
      if (recent.length >= most) return Math.max(1, Math.ceil((oldest + seconds * 1000 - at) / 1000));
      recent.push(at);
      return 0;
    },
  };
}

/** A limit for each recipient. */
export function perRecipient(limiter: () => Limiter): Limiter {
  const each = new Map<string, Limiter>();
  return {
    ask(at, recipient) {
      const own = each.get(recipient) ?? limiter();
      each.set(recipient, own);
      return own.ask(at, recipient);
    },
  };
}

/** Several limits at once; the longest wait counts. Asked one after the other, so a refused call may count with some. */
export const allOf = (...limiters: Limiter[]): Limiter => ({
  ask: (at, recipient) => Math.max(...limiters.map((limiter) => limiter.ask(at, recipient))),
});

/** A limit that says another number of seconds than is needed. */
export const saying = (seconds: number, limiter: Limiter): Limiter => ({
  ask: (at, recipient) => (limiter.ask(at, recipient) > 0 ? seconds : 0),
});
