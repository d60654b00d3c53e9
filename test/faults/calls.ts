import type { Fault } from '../emulator/core/index.ts';
import { callsSince, isDone } from './called.ts';
import { CAUSES } from './deeds.ts';
import type { ScriptedFault, Struck } from './fault.ts';
import { ADDRESSES, SLACK_POINTS } from './points.ts';
import type { Mishap } from './proxy.ts';
import type { Scene } from './scene.ts';
import { until } from './waiting.ts';

/** What can go wrong with one call, as the emulator knows it, or as a mishap on the way to it. */
const CALL_KINDS: Readonly<Record<string, Omit<Fault, 'method'> | Mishap>> = {
  'is reset before it arrives': { cut: true },
  'is done, and its answer lost': { loseAnswer: true },
  'is never answered': { hang: true },
  'is answered with 500': { status: 500 },
  'is answered with 503': { status: 503 },
  'is answered with 408': { status: 408 },
  'is answered with a proxy’s page': { garbage: true },
  'is limited for two seconds': { retryAfter: 2 },
  'fails inside Slack': { error: 'fatal_error' },
  'gets half of its answer': 'halve',
  'is answered three seconds late': { delayMs: 3_000 },
};

type Method = keyof typeof CAUSES;

/** Of each method one kind is in the short form, so that all kinds and half of the methods are. */
const SHORT: Partial<Record<Method, string>> = {
  'chat.postMessage': 'is done, and its answer lost',
  'views.open': 'is reset before it arrives',
  'views.publish': 'is answered with 500',
  response_url: 'is answered with a proxy’s page',
  'chat.update': 'is limited for two seconds',
  'conversations.history': 'fails inside Slack',
  'users.info': 'is answered with 408',
};

/** Seconds in which the product must have made the call. */
const MEETS = 40;
const HEALS = 90;

/** Every kind at every method. */
export const callFaults: readonly ScriptedFault[] = (Object.keys(CAUSES) as Method[]).flatMap((method) =>
  Object.entries(CALL_KINDS)
    .filter(([kind]) => isPossible(method, kind))
    .map(([kind, what]) => ({
      name: `${method} (${SLACK_POINTS[method]}) ${kind}`,
      point: method,
      kind,
      act: 'calls',
      short: SHORT[method] === kind,
      strike: (scene: Scene) => strike(scene, method, what),
    })),
);

/** What doesn't go through the proxy can't be halved there. */
function isPossible(method: Method, kind: string): boolean {
  return !(ADDRESSES.includes(method) && CALL_KINDS[kind] === 'halve');
}

async function strike(scene: Scene, method: Method, what: Omit<Fault, 'method'> | Mishap): Promise<Struck> {
  const { slack, wayToSlack } = scene;
  const { deed, again } = CAUSES[method];
  const act = await deed(scene);
  if (typeof what === 'string') wayToSlack.ambush({ says: [`POST /api/${method} `], mishap: what });
  // Every line to Slack is struck, or another one would hide it.
  else slack.faults.add({ method, times: method === 'apps.connections.open' ? slack.connections() : 1, ...what });
  const done = Promise.resolve(act()).catch(() => {});
  const isMet = () => !wayToSlack.waits() && slack.faults.active().every((fault) => fault.method !== method);
  await until(`${method} is called`, isMet, MEETS);
  const from = scene.clock.now();
  return {
    heals: async () => {
      await done;
      const isHealed = () => callsSince(scene, from).some((call) => call.method === method && isDone(call));
      if (again)
        await until(`${method} is done when it is asked for again`, () => doneAgain(deed, scene, isHealed), HEALS);
      else await until(`${method} is done`, isHealed, HEALS);
    },
  };
}

async function doneAgain(
  deed: (typeof CAUSES)[Method]['deed'],
  scene: Scene,
  isHealed: () => boolean,
): Promise<boolean> {
  const act = await deed(scene).catch(() => undefined);
  await act?.();
  await until('an answer', isHealed, 3).catch(() => {});
  return isHealed();
}
