import type { WebClient } from '@slack/web-api';
import type { Clock } from '../clock.ts';
import type { Deps } from '../deps.ts';
import type { Ids } from '../ids.ts';
import { faultOf, type Log } from '../log.ts';
import { createMeters } from '../meters.ts';
import { plus } from '../time.ts';
import type { DeliveryMeters, Sending } from './claim.ts';
import { createMark, type Mark } from './mark.ts';
import { DEFAULT_OPTIONS, type SenderOptions } from './options.ts';
import { firstPace } from './pace.ts';
import { createRefusal } from './refusal.ts';
import { createRest } from './rest.ts';
import { noteIfRestoredAtStart } from './restored.ts';
import { createSpacing } from './spacing.ts';
import { sqlStore } from './sql/index.ts';
import { step } from './step.ts';
import type { StoreOf } from './store.ts';
import { tend } from './tend.ts';

/** One workspace's sender: the only thing that posts. */
export type Sender = {
  /** There may be something to send: look now. */
  wake(): void;
  /** Resolves when nothing is in flight and nothing can be done before a later moment; fails where a fault of our own has ended it. */
  idle(): Promise<void>;
  /** Waits for the messages that are on their way, and lets other instances send. */
  stop(): Promise<void>;
  status(): SenderStatus;
};

/**
 * `restedAt`: when it last had done all that could be done, without failing; null: not yet. `busy`: something is in flight.
 * `refusedBy`: Slack's code for why it takes nothing of ours, while that is so.
 */
type SenderStatus = { restedAt: Date | null; busy: boolean; refusedBy: string | null };

/** What a sender is started with. */
export type Wiring = {
  /** The workspace as its settings are now; asked again every few seconds while there is something to do. */
  deps(): Promise<Deps>;
  /** The client for posts: no retries, no waiting in a queue (decisions, "Slack clients"). */
  bulk: WebClient;
  clock: Clock;
  ids: Ids;
  log: Log;
  options?: Partial<SenderOptions>;
  /** Whether anything may be sent now: not while nobody knows what time it is. */
  mayAct?(): boolean;
  /** What this machine knows was sent, to tell a restored database by. */
  mark?: Mark;
  /** Where rows are remembered, if not in the database. */
  store?: StoreOf;
  /** Where somebody watches. */
  meters?: DeliveryMeters;
};

/** Seconds after which a busy sender looks up: for changed settings, lost claims, posts to read back. */
const ROUND_SECONDS = 10;
/** Seconds before the next try after the database or the house itself failed. */
const AFTER_FAULT_SECONDS = 5;
/** The ticker wakes every sender each minute; this is for a ticker that doesn't. */
const LONGEST_REST_MINUTES = 24 * 60;

/** Starts sending what is in a workspace's outbox, now and whenever woken, until stopped. */
export function startSender({ deps, bulk, clock, ids, log, mayAct = () => true, ...wiring }: Wiring): Sender {
  const { meters = createMeters(), mark = createMark(), store = sqlStore } = wiring;
  const rest = createRest(clock);
  const options = { ...DEFAULT_OPTIONS, ...wiring.options };
  const refusal = createRefusal();
  const own = { holder: ids.uuid(), store, spacing: createSpacing(options), rest, refusal, meters, mark, options };
  let enrolled = false;
  let holding = false;
  let restedAt: Date | null = null;

  async function begin(): Promise<Sending> {
    const house = await deps();
    const kinds = new Map(house.features.flatMap(({ messages = [] }) => messages).map((kind) => [kind.name, kind]));
    const sending = { ...own, deps: house, kinds };
    if (!enrolled) await enrol(sending);
    enrolled = true;
    return sending;
  }

  const enrol = (sending: Sending) =>
    sending.deps.db.run(async (tx) => {
      await store(tx).enrol(firstPace(clock.now(), options.startRate));
      await noteIfRestoredAtStart(sending, store(tx), clock.now());
    });

  async function round() {
    if (!mayAct()) return rest.until(plus(clock.now(), { seconds: AFTER_FAULT_SECONDS }));
    const sending = await begin();
    rest.looking();
    const work = earlier(await sending.deps.db.run((tx) => store(tx).nextLook()), refusal.askAt());
    if (work === null || work > clock.now()) return restUntil(sending, work);
    holding = true;
    await tend(sending);
    const end = plus(clock.now(), { seconds: ROUND_SECONDS });
    while (!rest.ended() && mayAct() && clock.now() < end) {
      rest.looking();
      const next = await step(sending, bulk);
      if (next.is === 'paced') await rest.until(next.until);
      if (next.is === 'full') await untilLanded(sending);
      if (next.is === 'rest') return restUntil(sending, next.until);
    }
  }

  /** Keeps the lease: an answer may take as long as it lasts, and only its holder learns from it. */
  async function untilLanded({ deps: house }: Sending, until?: Date | null) {
    const { leaseSeconds: seconds } = options;
    await house.db.run((tx) => store(tx).takeLease(own.holder, clock.now(), plus(clock.now(), { seconds })));
    const renewal = plus(clock.now(), { seconds: seconds / 2 });
    await rest.untilWoken(until && until < renewal ? until : renewal);
  }

  /** Others may send meanwhile, once nothing is on its way. */
  async function restUntil(sending: Sending, until: Date | null) {
    if (holding && rest.hasBeside()) return untilLanded(sending, until);
    const house = sending.deps;
    restedAt = clock.now();
    if (holding) await house.db.run((tx) => store(tx).releaseLease(own.holder));
    holding = false;
    const longest = plus(clock.now(), { minutes: LONGEST_REST_MINUTES });
    await rest.untilWoken(until && until < longest ? until : longest);
  }

  async function goRound() {
    while (!rest.ended()) {
      try {
        await round();
      } catch (error) {
        log.error(faultOf(error), 'the sender failed');
        await rest.until(plus(clock.now(), { seconds: AFTER_FAULT_SECONDS }));
      }
    }
    await rest.besideDone();
  }

  async function release() {
    if (!holding) return;
    const { db } = await deps();
    await db.run((tx) => store(tx).releaseLease(own.holder));
  }

  function mourn(error: unknown) {
    log.error(faultOf(error), 'the sender has died: nothing is sent until a restart');
    rest.died(error);
  }

  const running = goRound()
    .catch(mourn)
    .then(release)
    .catch((error: unknown) => log.error(faultOf(error), 'the sender could not release its lease'));
  return {
    wake: rest.wake,
    idle: rest.idle,
    async stop() {
      rest.end();
      await running;
    },
    status: () => ({ restedAt, busy: !rest.waits(), refusedBy: refusal.by() }),
  };
}

/** Null is never. */
const earlier = (one: Date | null, other: Date | null) => (one && other ? (one < other ? one : other) : (one ?? other));
