import { setTimeout as realTime } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { testDatabase } from '../support/database.ts';
import { postgresFor } from '../support/postgres.ts';
import { ANNA, BEN, scene } from './scene.ts';

const server = postgresFor('sending while somebody else has a message’s row locked');
/** What a sender that waits for the lock is given (milliseconds); one that doesn't needs a fraction. */
const PATIENCE_MS = 5_000;

it.skipIf(!server)('goes on with the next message while somebody is just changing the first', async () => {
  const database = await testDatabase(server);
  const house = await scene(database);
  await house.put({ recipient: ANNA });
  await house.put({ recipient: BEN, dueAt: new Date(house.clock.now().getTime() - 1_000) });
  const said = await house.db.run(async (tx) => {
    await tx.outbox.updateMany({ where: { recipient: BEN }, data: { priority: 1 } });
    house.start();
    await Promise.race([house.idle(), realTime(PATIENCE_MS, undefined, { ref: false })]);
    return [house.said(ANNA), house.said(BEN)];
  });
  expect(said).toEqual([['a story'], []]);
  await house.pass({ seconds: 5 });
  expect(house.said(BEN)).toEqual(['a story']);
  await house.close();
  await database.close();
});
