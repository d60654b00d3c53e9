import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ANNA, BEN, kindOf, type Scene, say, scene } from './scene.ts';
import { type Delay, slowNetwork } from './slow-network.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const FAULTS = [
  { method: '*', times: 1, loseAnswer: true },
  { method: '*', times: 2, status: 503 },
  { method: 'chat.postMessage', times: 3, retryAfter: 2 },
  { method: 'chat.update', times: 1, loseAnswer: true },
];
const EVERYBODY = [ANNA, BEN, 'C0OTHER'];

const subject = fc.constantFrom('a', 'b', 'c', 'd');
const step = fc.oneof(
  fc.record({ does: fc.constant('put' as const), subject, recipient: fc.constantFrom(...EVERYBODY) }),
  fc.record({ does: fc.constant('change' as const), subject }),
  fc.record({ does: fc.constant('fault' as const), fault: fc.constantFrom(...FAULTS) }),
  fc.record({ does: fc.constant('pass' as const), seconds: fc.constantFrom(0, 0.2, 1, 5, 40) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const leg = fc.constantFrom(0, 0.05, 0.3, 1, 3);
const delays = fc.array(fc.record({ there: leg, back: leg }), { minLength: 1, maxLength: 20 });

type Versions = Map<string, number>;

async function live(house: Scene, network: ReturnType<typeof slowNetwork>, versions: Versions, todo: Step) {
  switch (todo.does) {
    case 'put':
      if (!versions.has(todo.subject)) versions.set(todo.subject, 1);
      return house.put({ subject: todo.subject, recipient: todo.recipient });
    case 'change':
      if (versions.has(todo.subject)) versions.set(todo.subject, (versions.get(todo.subject) ?? 0) + 1);
      return house.change(todo.subject);
    case 'fault':
      return house.slack.faults.add(todo.fault);
    case 'pass':
      return network.pass({ seconds: todo.seconds });
  }
}

/** Lives through the steps on a network of these delays, one call after the other, then lets ten quiet minutes pass. */
async function after(steps: Step[], slow: Delay[]) {
  const versions: Versions = new Map();
  const card = kindOf('stories.card', {
    render: async (_deps, _tx, row) => say(`${row.subject} ${versions.get(row.subject)}`),
  });
  const house = await scene(database, { kinds: [card] });
  let calls = 0;
  const network = slowNetwork(house, () => slow[calls++ % slow.length] ?? { there: 0, back: 0 });
  network.start({ ceiling: 20, startRate: 20, inFlight: 5 });
  for (const todo of steps) await live(house, network, versions, todo);
  house.slack.faults.clear();
  await network.pass({ minutes: 10 });
  const updates = house
    .calls('chat.update')
    .map(({ args }) => ({ ts: args.ts, says: Number(`${args.text}`.slice(2)) }));
  const seen = [ANNA, BEN].map((person) => house.said(person));
  const result = { seen, versions, updates, together: network.together(), counts: await house.counts() };
  await house.close();
  return result;
}

it('whatever Slack’s answers take and lose, nothing is doubled or overtaken, and nobody gets two at once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), delays, async (todo, slow) => {
      const { seen, versions, updates, together, counts } = await after(todo, slow);
      expect(together).toEqual([]);
      for (const said of seen) {
        expect(new Set(said).size).toBe(said.length);
        for (const words of said) expect(Number(words.slice(2))).toBe(versions.get(words.slice(0, 1)));
      }
      for (const [n, { ts, says }] of updates.entries())
        expect(says).toBeGreaterThanOrEqual(
          Math.max(
            0,
            ...updates
              .slice(0, n)
              .filter((u) => u.ts === ts)
              .map((u) => u.says),
          ),
        );
      expect(counts).toMatchObject({ open: 0, failed: 0, due: counts.sent });
    }),
    { numRuns: 40, interruptAfterTimeLimit: 25_000 },
  );
});
