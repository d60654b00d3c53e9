import type { Slack } from '../emulator/core/index.ts';
import { callsSince } from './called.ts';
import type { ScriptedFault } from './fault.ts';
import { fillsOne, saves } from './job.ts';
import type { Scene } from './scene.ts';
import { until } from './waiting.ts';

const MEETS = 60;

/** Something happens to all connections at once, and others must come in their place. */
const replaced = (happens: (slack: Slack) => void) => async (scene: Scene) => {
  const from = scene.clock.now();
  happens(scene.slack);
  const isOpened = () => callsSince(scene, from).some(({ method }) => method === 'apps.connections.open');
  await until('a connection is opened anew', isOpened, MEETS);
  return {};
};

/** A request comes otherwise than it should, while somebody saves a form. */
const delivered =
  (kind: 'duplicate' | 'late', type: 'slash_commands' | 'interactive' | 'events_api', asRetry: boolean) =>
  async (scene: Scene) => {
    const { slack } = scene;
    const strike = () =>
      slack.faults.addDelivery({ kind, type, times: 1, delayMs: 1_500, ...(asRetry && { asRetry }) });
    const somebody = scene.somebody();
    if (type !== 'interactive') strike();
    if (type === 'events_api') await somebody.opensHome();
    const note = await fillsOne(somebody);
    if (type === 'interactive') strike();
    if (note !== undefined) await saves(scene, somebody, note);
    await until('a request comes so', () => slack.faults.activeDelivery().length === 0, MEETS);
    return {};
  };

/** What happens to the connection and to what comes over it. */
export const socketFaults: readonly ScriptedFault[] = [
  ...(
    [
      ['all connections are cut without a word', (slack) => slack.dropSockets()],
      ['all connections look open, and nothing passes any more (no ping, no pong)', (slack) => slack.halfOpenSockets()],
      ['Slack wants all connections back at the same moment', (slack) => slack.refreshSockets()],
      [
        'Slack warns all connections of their end, and cuts them at once',
        (slack) => {
          slack.refreshSockets({ reason: 'warning' });
          slack.dropSockets();
        },
      ],
      ['Slack says that Socket Mode was turned off', (slack) => slack.refreshSockets({ reason: 'link_disabled' })],
      [
        'the connections are cut five times in a row',
        (slack) => {
          for (let n = 0; n < 5; n += 1) setTimeout(() => slack.dropSockets(), n * 150);
        },
      ],
    ] satisfies [string, (slack: Slack) => void][]
  ).map(
    ([name, happens], n): ScriptedFault => ({
      ...{ name, point: 'socket', kind: name, act: 'sockets', short: n === 0 },
      strike: replaced(happens),
    }),
  ),
  ...(
    [
      ['a command comes twice', 'duplicate', 'slash_commands', true],
      ['a saved form comes twice', 'duplicate', 'interactive', true],
      ['an event comes twice', 'duplicate', 'events_api', true],
      ['an event comes again without saying that it is a retry', 'duplicate', 'events_api', false],
      ['a command comes one and a half seconds late', 'late', 'slash_commands', false],
      ['a saved form comes one and a half seconds late', 'late', 'interactive', false],
    ] as const
  ).map(
    ([name, kind, type, asRetry]): ScriptedFault => ({
      ...{ name, point: 'delivery', kind: name, act: 'sockets', short: type === 'interactive' && asRetry },
      strike: delivered(kind, type, asRetry),
    }),
  ),
];
