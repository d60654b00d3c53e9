import { WebClient } from '@slack/web-api';
import { interactiveOptions } from '../../src/slack/clients.ts';
import { callMethod } from '../emulator/core/api/call.ts';
import { channelsOf } from '../emulator/core/channels.ts';
import { peopleOf } from '../emulator/core/people-changes.ts';
import { makeWorld } from '../emulator/core/session.ts';
import { restoreOrSeed } from '../emulator/core/state.ts';
import type { JsonObject, Seed } from '../emulator/core/types.ts';
import { manifest } from '../support/house.ts';
import type { CallFault } from './faults.ts';
import type { Timeline } from './timeline.ts';

/** One call as it leaves, and as Slack answered it. */
export type Call = { method: string; args: JsonObject };

/** What stands between an instance and Slack: which fault strikes a call, and what is told of it. */
export type Line = {
  strikes(call: Call): CallFault | undefined;
  left(call: Call): void;
  /** The instance that made the call is no more: nobody hears the answer. */
  isDead(): boolean;
  die(): void;
};

/** Slack in this process: the emulator's core, without HTTP. */
export type SimSlack = ReturnType<typeof createSlack>;

const API = 'https://slack.test/api/';
/** Milliseconds a call takes at most before the client gives up. */
const TIMEOUT_MS = 15_000;
/** Milliseconds until a call is there, or its answer back. */
const [FAST_MS, SLOW_MS] = [20, 250];

/** Everybody is here already; `done` hears what Slack has done. */
export function createSlack(
  seed: Seed,
  timeline: Timeline,
  latency: (from: number, to: number) => number,
  done: (call: Call, answer: JsonObject) => void,
) {
  const world = makeWorld(restoreOrSeed(seed, 'Mantra', timeline.now()), {
    ...{ manifest, clock: timeline, changed() {}, later() {} },
  });

  function perform(call: Call): JsonObject {
    const answer = callMethod(world, call.method, world.tokens.bot, call.args);
    done(call, answer);
    return answer;
  }

  /** A client whose calls come here, with whatever `line` lets happen to them. */
  function clientOn(line: Line): WebClient {
    const fetch = (url: string | URL | Request, init?: RequestInit) =>
      new Promise<Response>((resolve, reject) => {
        const args: JsonObject = Object.fromEntries(new URLSearchParams(String(init?.body ?? '')));
        const call = { method: String(url).slice(API.length), args };
        const after = (ms: number, work: () => void) => timeline.in(ms, () => line.isDead() || work());
        const way = latency(FAST_MS, SLOW_MS);
        const cut = () =>
          after(latency(FAST_MS, SLOW_MS), () => reject(new TypeError('fetch failed', { cause: RESET })));
        const answer = (body: JsonObject, status = 200, headers = {}) =>
          after(latency(FAST_MS, SLOW_MS), () => resolve(new Answer(body, { status, headers })));
        const fault = line.strikes(call);
        if (fault?.is === 'dies before') return line.die();
        line.left(call);
        switch (fault?.is) {
          case undefined:
            return timeline.in(way, () => answer(perform(call)));
          case 'dies after':
            timeline.in(way, () => perform(call));
            return line.die();
          case 'answer lost':
            return timeline.in(way, () => {
              perform(call);
              cut();
            });
          case 'cut':
            return cut();
          case 'commits late':
            timeline.in(fault.ms, () => perform(call));
            return cut();
          case 'hangs':
            if (fault.commits) timeline.in(way, () => perform(call));
            return after(TIMEOUT_MS, () => reject(new DOMException('timeout', 'TimeoutError')));
          case 'limited':
            return answer({ ok: false, error: 'ratelimited' }, 429, { 'retry-after': String(fault.seconds) });
          case 'fails':
            if (fault.commits) timeline.in(way, () => perform(call));
            return answer({ ok: false, error: 'internal_error' }, 503);
          case 'refuses':
            return answer({ ok: false, error: fault.error });
          case 'stale':
            return timeline.in(way, () => answer(without(perform(call), timeline.now().getTime() - fault.ms)));
        }
      });
    const { retryConfig = {}, ...options } = interactiveOptions(API);
    return new WebClient(world.tokens.bot, { ...options, retryConfig, timeout: 0, fetch });
  }

  return { clientOn, people: peopleOf(world), channels: channelsOf(world), state: world.state };
}

const RESET = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

/** An answer whose text is here at once: nothing streams in virtual time. */
class Answer extends Response {
  readonly said: string;
  constructor(said: JsonObject, init: ResponseInit) {
    super(null, init);
    this.said = JSON.stringify(said);
  }
  override text = async () => this.said;
}

/** A history that doesn't show yet what was said since then. */
function without(answer: JsonObject, since: number): JsonObject {
  if (!Array.isArray(answer.messages)) return answer;
  const messages = answer.messages.filter(
    (message) =>
      typeof message === 'object' && message !== null && 'ts' in message && Number(message.ts) * 1000 < since,
  );
  return { ...answer, messages };
}
