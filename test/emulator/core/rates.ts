import type { World } from './session.ts';
import { conversationOf } from './subjects.ts';
import { TIERS, type Tier } from './tiers.ts';
import type { JsonObject, Rate, Rates } from './types.ts';

/** Slack's numbers a minute; how much more it takes at once it only describes, from "small" to "generous". */
const RATES: Readonly<Record<Exclude<Tier, 'posting'>, Rate>> = {
  1: { perMinute: 1, burst: 2 },
  2: { perMinute: 20, burst: 10 },
  3: { perMinute: 50, burst: 25 },
  4: { perMinute: 100, burst: 100 },
  special: { perMinute: 300, burst: 100 },
};

/** What Slack holds an app to (docs.slack.dev/apis/web-api/rate-limits); the bursts and the ceiling are our guess. */
export const SLACK_RATES: Rates = {
  methods: Object.fromEntries(
    Object.entries(TIERS).flatMap(([method, tier]) => (tier === 'posting' ? [] : [[method, RATES[tier]]])),
  ),
  postsPerChannel: { perMinute: 60, burst: 10 },
  postsPerWorkspace: { perMinute: 300, burst: 60 },
};

/** Counts calls against the rates in force. */
export type Limits = {
  limit(rates: Rates | undefined): void;
  limits(): Rates | undefined;
  /** Counts a call, or answers how many whole seconds of the turned clock it must wait. */
  wait(method: string, args: JsonObject): number | undefined;
};

/** What is in it fills by `perMinute` each millisecond, so that all stays whole numbers: a call costs a minute's worth. */
type Bucket = { level: number; at: number };

const A_CALL = 60_000;

/** No limits until some are given; whoever gives them again begins with full buckets. */
export function makeLimits(world: World): Limits {
  let rates: Rates | undefined;
  const buckets = new Map<string, Bucket>();

  /** What has come in since the last look, never more than a burst; nothing where the clock was turned back. */
  function filled(key: string, { perMinute, burst }: Rate): Bucket {
    const now = world.now().getTime();
    const { level, at } = buckets.get(key) ?? { level: burst * A_CALL, at: now };
    const bucket = { level: Math.min(burst * A_CALL, level + Math.max(0, now - at) * perMinute), at: now };
    buckets.set(key, bucket);
    return bucket;
  }

  return {
    limit(to) {
      rates = to;
      buckets.clear();
      world.changed();
    },
    limits: () => rates,
    wait(method, args) {
      if (!rates) return undefined;
      const asked = ratesFor(world, rates, method, args).map(([key, rate]) => ({ rate, bucket: filled(key, rate) }));
      const empty = asked.filter(({ bucket }) => bucket.level < A_CALL);
      if (empty.length === 0) for (const { bucket } of asked) bucket.level -= A_CALL;
      const waits = empty.map(({ rate, bucket }) => Math.ceil((A_CALL - bucket.level) / rate.perMinute / 1000));
      return empty.length === 0 ? undefined : Math.max(...waits);
    },
  };
}

/** Every rate that a call counts against, by a name of its own. */
function ratesFor(world: World, rates: Rates, method: string, args: JsonObject): [string, Rate][] {
  if (method === 'chat.postMessage')
    return [
      [`posts ${conversationOf(world, String(args.channel))}`, rates.postsPerChannel],
      ['posts', rates.postsPerWorkspace],
    ];
  const rate = rates.methods[method];
  return rate ? [[method, rate]] : [];
}
