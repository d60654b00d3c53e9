import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '../emulator/core/index.ts';
import { callsSince } from './called.ts';
import type { ScriptedFault } from './fault.ts';
import type { Scene } from './scene.ts';
import { until } from './waiting.ts';

/** Slack as a whole is away for so long (seconds). */
const AWAY = 45;
const MEETS = 30;

const allCalls = (what: Omit<Fault, 'method'>) => async (scene: Scene) => {
  const { slack } = scene;
  const from = scene.clock.now();
  slack.faults.add({ method: '*', ...what });
  slack.dropSockets();
  await until('Slack is called', () => callsSince(scene, from).length > 0, MEETS);
  await pause(AWAY * 1_000);
  return { clear: () => slack.faults.clear() };
};

/** For longer than a moment, nothing at all works with Slack: every call fails, and no connection comes about. */
export const outageFaults: readonly ScriptedFault[] = [
  {
    name: `Slack answers 500 to everything for ${AWAY} s, and its connections are gone`,
    ...{ point: 'chat.postMessage', kind: 'outage with answers', act: 'sockets' },
    strike: allCalls({ status: 500 }),
  },
  {
    name: `Slack answers nothing for ${AWAY} s, and its connections are gone`,
    ...{ point: 'apps.connections.open', kind: 'outage without answers', act: 'sockets' },
    strike: allCalls({ hang: true }),
  },
  {
    name: `Slack can’t be reached for ${AWAY} s: every connection is refused`,
    ...{ point: 'apps.connections.open', kind: 'outage without connections', act: 'sockets' },
    async strike({ slack, wayToSlack }) {
      wayToSlack.newcomers('refuse');
      wayToSlack.all('break');
      slack.dropSockets();
      const before = wayToSlack.came();
      await until('Slack is called', () => wayToSlack.came() > before, MEETS);
      await pause(AWAY * 1_000);
      return { clear: () => wayToSlack.heal() };
    },
  },
  ...(
    [
      ['are reset at once', 'break'],
      ['go on standing, and nothing passes any more; new ones work', 'silence'],
    ] as const
  ).map(
    ([how, mishap]): ScriptedFault => ({
      name: `the ways to Slack’s methods ${how}`,
      ...{ point: 'chat.postMessage', kind: how, act: 'sockets' },
      async strike({ wayToSlack }) {
        const before = wayToSlack.came();
        wayToSlack.all(mishap);
        return { heals: () => until('another one is opened', () => wayToSlack.came() > before, MEETS) };
      },
    }),
  ),
  ...(['auth.test', 'apps.connections.open'] as const).map(
    (method): ScriptedFault => ({
      name: `${method} refuses the token (invalid_auth)`,
      ...{ point: method, kind: 'invalid_auth', act: 'sockets', mayEnd: [1] },
      async strike({ slack, instances }) {
        slack.faults.add({ method, error: 'invalid_auth' });
        const before = instances.flatMap(({ ends }) => ends).length;
        if (method === 'auth.test') await Promise.all(instances.map((one) => one.restart()));
        else slack.dropSockets();
        await until('it ends with a sentence', () => instances.flatMap(({ ends }) => ends).length > before, MEETS);
        return { clear: () => slack.faults.clear() };
      },
    }),
  ),
  {
    name: 'chat.postMessage refuses the token (invalid_auth), until it is repaired and Mantra started again',
    ...{ point: 'chat.postMessage', kind: 'invalid_auth', act: 'sockets' },
    async strike({ slack, instances }) {
      slack.faults.add({ method: 'chat.postMessage', error: 'invalid_auth' });
      const isTold = () => instances.some(({ heard }) => heard.includes('Slack refused'));
      await until('it says so', isTold, MEETS);
      return {
        async clear() {
          slack.faults.clear();
          await Promise.all(instances.map((one) => one.restart()));
        },
      };
    },
  },
];
