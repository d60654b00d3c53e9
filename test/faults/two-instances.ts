import { setTimeout as pause } from 'node:timers/promises';
import type { ScriptedFault, Struck } from './fault.ts';
import type { Scene } from './scene.ts';
import type { Supervised } from './supervised.ts';
import { until } from './waiting.ts';

/** The lease is long over, and so is every claim (seconds). */
const FROZEN = 90;
const BOTH_FROZEN = 20;
const MEETS = 30;

/** The one that sends now, and the other. */
async function bySending({ instances }: Scene): Promise<[sender: Supervised, other: Supervised]> {
  const before = instances.map((one) => one.sent());
  const sends = (one: Supervised, n: number) => one.sent() > (before[n] ?? 0);
  await until('somebody sends', () => instances.some(sends), MEETS);
  const sender = instances.find(sends);
  const other = instances.find((one) => one !== sender);
  if (!sender || !other) throw new Error('this act has two instances');
  return [sender, other];
}

/** One of two can't go on: the other sends. */
async function takenOver(scene: Scene, happens: (sender: Supervised) => unknown): Promise<Supervised> {
  const [sender, other] = await bySending(scene);
  await happens(sender);
  const before = other.sent();
  await until('the other one sends', () => other.sent() > before, MEETS);
  return sender;
}

const fault = (
  name: string,
  strike: (scene: Scene) => Promise<Struck>,
  more: Partial<ScriptedFault> = {},
): ScriptedFault => ({
  ...{ name, point: 'process', kind: name, act: 'two instances', strike, ...more },
});

/** Two instances on one database: whatever becomes of one, the other goes on. */
export const twoInstancesFaults: readonly ScriptedFault[] = [
  fault(`the instance that sends stands still for ${FROZEN} s (SIGSTOP)`, async (scene) => {
    const began = performance.now();
    const sender = await takenOver(scene, (one) => one.freeze());
    await pause(FROZEN * 1_000 - (performance.now() - began));
    return { clear: () => sender.thaw() };
  }),
  fault('the instance that sends stands still in the middle of a post until its claim is over', async (scene) => {
    const { slack } = scene;
    const posts = () => slack.faults.active().length === 0;
    const sender = await takenOver(scene, async (one) => {
      slack.faults.add({ method: 'chat.postMessage', times: 1, delayMs: 1_000 });
      await until('it posts', posts, MEETS);
      one.freeze();
    });
    await pause(30_000);
    return { clear: () => sender.thaw() };
  }),
  fault(`both instances stand still for ${BOTH_FROZEN} s`, async ({ instances }) => {
    for (const one of instances) one.freeze();
    await pause(BOTH_FROZEN * 1_000);
    return {
      clear() {
        for (const one of instances) one.thaw();
      },
    };
  }),
  fault(
    'the instance that sends is killed',
    async (scene) => {
      await takenOver(scene, (one) => one.crash());
      return {};
    },
    { mayEnd: ['SIGKILL'] },
  ),
  fault(
    'both instances are killed at once',
    async ({ instances }) => {
      for (const one of instances) one.crash();
      return {};
    },
    { mayEnd: ['SIGKILL'] },
  ),
];
