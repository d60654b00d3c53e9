import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ANNA, BEN, STORIES, scene } from '../../delivery/scene.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';
import { drive, IDEAL, USUAL } from './drive.ts';
import { tokenBucket } from './limiters.ts';
import { measure, missed } from './measure.ts';
import { SHAPES } from './shapes.ts';

describe('against a limit that Slack does not tell', () => {
  it.each(SHAPES.map((shape) => [shape.name, shape] as const))(
    'most of what is allowed goes out, and an hour brings one refusal at most: %s',
    (_name, shape) => expect(missed(measure(shape, 15_000, USUAL))).toEqual([]),
  );
});

describe('the sender', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  it('sends in the very moments in which the pace that was measured does, refusals included', async () => {
    const house = await scene(database);
    const limit = { perMinute: 120, burst: 5 };
    house.slack.faults.limit({ methods: {}, postsPerChannel: { perMinute: 600, burst: 60 }, postsPerWorkspace: limit });
    const everybody = [ANNA, BEN, STORIES, 'C0OTHER'];
    const rows = Array.from({ length: 300 }, (_, n) => ({
      subject: `story ${n}`,
      recipient: everybody[n % 4] ?? ANNA,
    }));
    await house.put(...rows);
    const began = house.clock.now().getTime();
    house.start({ startRate: 2.2 });
    await house.pass({ minutes: 2 });
    const calls = house.calls('chat.postMessage').map(({ at, status }) => [Date.parse(at) - began, status === 200]);
    const expected = [
      ...take(
        calls.length,
        drive(
          tokenBucket(() => 2, 5),
          { ...IDEAL, startRate: 2.2 },
        ),
      ),
    ];
    expect(calls).toEqual(expected.map(({ at, passed }) => [at, passed]));
    expect(calls.filter(([, passed]) => !passed).length).toBeGreaterThan(0);
    expect(calls.length).toBeGreaterThan(100);
    await house.close();
  });
});

function* take<T>(count: number, all: Iterable<T>): Generator<T> {
  let taken = 0;
  for (const one of all) {
    if (taken++ >= count) return;
    yield one;
  }
}
