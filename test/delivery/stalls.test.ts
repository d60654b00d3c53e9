import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { sqlStore } from '../../src/delivery/sql/index.ts';
import { upkeep } from '../../src/delivery/upkeep.ts';
import { plus } from '../../src/time.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ANNA, type Scene, scene } from './scene.ts';

let database: TestDatabase;
let house: Scene;

beforeAll(async () => {
  database = await testDatabase();
});
afterEach(() => house.close());
afterAll(() => database.close());

const called = () => house.calls('chat.postMessage').length > 0;
const claimed = async () => (await house.db.run((tx) => tx.outbox.count({ where: { state: 'sending' } }))) > 0;
const standStill = () => house.clock.jump(plus(house.clock.now(), { seconds: 70 }));

/** A sender to whom something happens once, before or after one of its transactions. */
function startInterrupted(when: { before?: () => boolean; after?: () => Promise<boolean> }, happens: () => unknown) {
  let happened = false;
  house.start(
    {},
    {
      async run(work) {
        if (!happened && when.before?.()) {
          happened = true;
          await happens();
        }
        const result = await house.db.run(work);
        if (!happened && (await when.after?.())) {
          happened = true;
          await happens();
        }
        return result;
      },
    },
  );
}

it('makes no call for a claim that ran out while the process stood still', async () => {
  house = await scene(database);
  await house.put({});
  startInterrupted({ after: claimed }, standStill);
  await house.idle();
  expect(house.calls('chat.postMessage')).toHaveLength(0);
  await house.pass({ minutes: 5 });
  expect(house.said(ANNA)).toEqual(['a story']);
  expect(house.calls('chat.postMessage')).toHaveLength(1);
});

it('believes an answer that comes after its claim ran out, as long as nobody else took the row', async () => {
  house = await scene(database);
  await house.put({});
  startInterrupted({ before: called }, async () => {
    standStill();
    await house.db.run((tx) => upkeep(sqlStore(tx), house.clock.now(), 120));
    expect(await house.rowOf('a story')).toMatchObject({ state: 'unknown' });
  });
  await house.idle();
  expect(await house.rowOf('a story')).toMatchObject({ state: 'sent' });
  await house.pass({ minutes: 5 });
  expect(house.said(ANNA)).toEqual(['a story']);
  expect(house.calls('conversations.history')).toHaveLength(0);
});

it.each([
  ['went well', {}],
  ['was lost', { loseAnswer: true }],
])('writes nothing about a row that somebody else has claimed meanwhile, when its own call %s', async (_how, fault) => {
  house = await scene(database);
  house.slack.faults.add({ method: 'chat.postMessage', times: 1, ...fault });
  await house.put({});
  startInterrupted({ before: called }, () =>
    house.db.run((tx) => tx.outbox.updateMany({ data: { fence: { increment: 1 } } })),
  );
  await house.idle();
  expect(await house.rowOf('a story')).toMatchObject({ state: 'sending', ts: null });
  await house.pass({ minutes: 5 });
  expect(house.said(ANNA)).toEqual(['a story']);
});
