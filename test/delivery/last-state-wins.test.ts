import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ANNA, kindOf, type Scene, STORIES, say, scene } from './scene.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const FAULTS = [
  { method: '*', times: 1, loseAnswer: true },
  { method: '*', times: 1, status: 500 },
  { method: 'chat.postMessage', times: 2, retryAfter: 3 },
  { method: 'chat.update', times: 1, loseAnswer: true },
  { method: 'chat.delete', times: 2, status: 503 },
  { method: 'conversations.history', times: 1, error: 'internal_error' },
];

const subject = fc.constantFrom('a', 'b', 'c');
const step = fc.oneof(
  fc.record({ does: fc.constant('put' as const), subject }),
  fc.record({ does: fc.constant('change' as const), subject }),
  fc.record({ does: fc.constant('withdraw' as const), subject }),
  fc.record({ does: fc.constant('fault' as const), fault: fc.constantFrom(...FAULTS) }),
  fc.record({ does: fc.constant('pass' as const), seconds: fc.constantFrom(0, 1, 3, 30, 130) }),
  fc.record({ does: fc.constant('restart' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** What a person would expect to see in the end: of each subject the newest words, if it is still wanted. */
type Wanted = Map<string, string>;

async function live(house: Scene, wanted: Wanted, versions: Map<string, number>, todo: Step, to: string) {
  const next = (of: string) => {
    versions.set(of, (versions.get(of) ?? 0) + 1);
    return `${of} ${versions.get(of)}`;
  };
  switch (todo.does) {
    case 'put':
      if (!wanted.has(todo.subject)) wanted.set(todo.subject, next(todo.subject));
      return house.put({ subject: todo.subject, recipient: to });
    case 'change':
      if (wanted.has(todo.subject)) wanted.set(todo.subject, next(todo.subject));
      return house.change(todo.subject);
    case 'withdraw':
      wanted.delete(todo.subject);
      return house.withdraw(todo.subject);
    case 'fault':
      return house.slack.faults.add(todo.fault);
    case 'pass':
      return house.pass({ seconds: todo.seconds });
    case 'restart':
      await house.stopAll();
      return house.start();
  }
}

/** Lives through the steps, then lets ten quiet minutes pass. */
async function after(steps: Step[], to: string) {
  const wanted: Wanted = new Map();
  const card = kindOf('stories.card', {
    render: async (_deps, _tx, row) => say(wanted.get(row.subject) ?? 'should not be seen'),
  });
  const house = await scene(database, { kinds: [card] });
  const versions = new Map<string, number>();
  house.start();
  for (const todo of steps) await live(house, wanted, versions, todo, to);
  house.slack.faults.clear();
  await house.pass({ minutes: 10 });
  const result = { said: house.said(to).sort(), wanted: [...wanted.values()].sort(), counts: await house.counts() };
  await house.close();
  return result;
}

const steps = fc.array(step, { minLength: 3, maxLength: 25 });
const RUNS = { numRuns: 25, interruptAfterTimeLimit: 25_000 };

it('shows a person the newest of everything once, and nothing withdrawn, whatever failed on the way', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (todo) => {
      const { said, wanted, counts } = await after(todo, ANNA);
      expect(said).toEqual(wanted);
      expect(counts.due).toBe(counts.sent + counts.failed + counts.skipped + counts.expired + counts.open);
      expect(counts.open).toBe(0);
    }),
    RUNS,
  );
});

it('shows a channel the newest of everything at least once', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (todo) => {
      const { said, wanted, counts } = await after(todo, STORIES);
      expect(said).toEqual(expect.arrayContaining(wanted));
      expect(counts).toMatchObject({ open: 0, failed: 0, expired: 0 });
    }),
    RUNS,
  );
});
