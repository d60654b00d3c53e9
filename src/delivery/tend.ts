import type { WebClient } from '@slack/web-api';
import { faultOf } from '../log.ts';
import { plus } from '../time.ts';
import type { Sending } from './claim.ts';
import { nextLost, readBack, recordReading } from './resolve.ts';
import { upkeep } from './upkeep.ts';

/** Seconds before reading back is tried again after the database failed. */
const AFTER_FAULT_SECONDS = 5;

/** Settles what time has settled. Answers whether there may be something new to send. */
export async function tend({ deps: { db, clock }, store, options }: Sending): Promise<boolean> {
  return (await db.run((tx) => upkeep(store(tx), clock.now(), options.quarantineSeconds))) > 0;
}

/** Reads back one lost post beside everything else, if there is one and Slack may be asked. */
export function resolveBeside(sending: Sending, bulk: WebClient): void {
  const { spacing, rest, deps } = sending;
  if (!spacing.mayRead(deps.clock.now())) return;
  spacing.reads(deps.clock.now());
  rest.beside(resolve(sending, bulk).finally(spacing.hasRead));
}

async function resolve(sending: Sending, bulk: WebClient) {
  const { clock, log } = sending.deps;
  try {
    await resolveOne(sending, bulk);
  } catch (error) {
    log.error(faultOf(error), 'a lost post could not be read back');
    sending.spacing.pauseReads(plus(clock.now(), { seconds: AFTER_FAULT_SECONDS }));
  }
}

async function resolveOne(sending: Sending, bulk: WebClient) {
  const { deps, store, spacing, meters } = sending;
  const { db, clock, log } = deps;
  let lost = await db.run((tx) => nextLost(sending, tx, clock.now()));
  while (lost === 'settled') lost = await db.run((tx) => nextLost(sending, tx, clock.now()));
  if (lost === undefined) return;
  const { key } = lost;
  const reading = await readBack(bulk, lost);
  if (reading.is === 'unreadable') spacing.pauseReads(plus(clock.now(), { seconds: reading.retryAfter }));
  await db.run((tx) => recordReading(store(tx), lost, reading, clock.now()));
  meters.resolved(reading.is);
  log.info({ key, reading: reading.is }, 'read back a post whose answer was lost');
}
