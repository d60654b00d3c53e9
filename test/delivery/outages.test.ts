import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { plus } from '../../src/time.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ANNA, BEN, colleague, type Scene, scene } from './scene.ts';

let database: TestDatabase;
let house: Scene;

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(() => house.close());
afterAll(() => database.close());

const POST = 'chat.postMessage';

it('takes the first lost answer after an outage for bad luck again, and keeps nobody waiting', async () => {
  house = await scene(database);
  house.slack.faults.add({ method: POST, times: 5, status: 503 });
  house.start();
  await house.put(...['a', 'b', 'c'].map((subject) => ({ subject })));
  await house.pass({ minutes: 10 });
  expect(await house.counts()).toMatchObject({ sent: 3 });
  house.slack.faults.add({ method: POST, times: 1, loseAnswer: true });
  await house.put({ subject: 'd' });
  await house.idle();
  await house.put({ subject: 'e', recipient: BEN });
  await house.pass({ seconds: 5 });
  expect(house.said(BEN)).toEqual(['e']);
});

it('keeps an answer while the database is away, and writes it down when that is back', async () => {
  house = await scene(database);
  await house.put({});
  const back = plus(house.clock.now(), { seconds: 20 });
  const isAway = () => house.calls(POST).length > 0 && house.clock.now() < back;
  const { run } = house.deps.db;
  house.start({}, { run: (work) => (isAway() ? Promise.reject(new Error('the database is away')) : run(work)) });
  await house.pass({ seconds: 30 });
  expect(['pending', 'sent']).toContain((await house.rowOf('a story'))?.state);
  expect(house.said(ANNA)).toEqual(['a story']);
});

it('finds out what became of a dead sender’s message, however much there is to send', async () => {
  house = await scene(database, { colleagues: 10 });
  await house.put({});
  await house.startDoomed('between claim and call');
  await house.put(...Array.from({ length: 200 }, (_, n) => ({ subject: `${n}`, recipient: colleague(n % 10) })));
  house.start({ quarantineSeconds: 10 });
  await house.pass({ seconds: 100 });
  expect(['pending', 'sent']).toContain((await house.rowOf('a story'))?.state);
  expect((await house.counts()).open).toBeGreaterThan(50);
});
