import { setTimeout as pause } from 'node:timers/promises';
import { DEFAULT_OPTIONS } from '../../../src/delivery/options.ts';
import { bundleInstance } from '../../chaos/bundle.ts';
import { aCompany } from '../../chaos/company.ts';
import { countOpen } from '../../chaos/figures.ts';
import { findPlace } from '../../chaos/place.ts';
import { startProcess } from '../../chaos/process.ts';
import { WORLD } from '../../chaos/world.ts';
import type { Slack } from '../../emulator/core/index.ts';
import { removeAtExit } from '../../support/at-exit.ts';
import { freePort } from '../../support/free-port.ts';
import { type Figures, quantile } from '../report.ts';
import { type Openings, openForms } from './openings.ts';

export type Settings = { openings: number; members: number; rate: number; pause: number };

const LOOK_MS = 200;
const WARM_UP = 50;
const OPENERS = 20;

/**
 * The bundled product on a PostgreSQL, at the moment a nudge is due to everybody: forms are opened while it sends at the
 * full rate, in the middle of which Slack makes it wait; and again when all is quiet.
 */
export async function measureOpenings({ openings, members, rate, pause: seconds }: Settings): Promise<Figures> {
  const place = await findPlace('pg');
  const bundle = await bundleInstance();
  const sender = { ...DEFAULT_OPTIONS, ceiling: rate, startRate: rate };
  const database = await place.open();
  const { slack, clock, members: ids } = await aCompany(database, members, sender).finally(() => database.close());
  const world = { shiftMs: clock.now().getTime() - Date.now(), sender };
  const env = { ...place.env, ...slack.settings(), OPS_PORT: String(await freePort()), LOG_LEVEL: 'warn' };
  const product = startProcess(bundle.file, { ...env, [WORLD]: JSON.stringify(world) }, () => {});
  removeAtExit(() => product.signal('SIGKILL'));
  while (!(await product.isReady())) await pause(LOOK_MS);
  slack.waitFor(() => false);

  const people = ids.slice(0, OPENERS);
  await openForms(slack, people, WARM_UP);
  const sending = await openForms(slack, people, openings / 2);
  const before = postsIn(slack);
  slack.faults.add({ method: 'chat.postMessage', retryAfter: seconds, times: 1 });
  const pausing = await openForms(slack, people, openings / 2);
  const posted = postsIn(slack);
  slack.faults.clear();
  while ((await place.inside(countOpen)) > 0) await pause(LOOK_MS);
  const quiet = await openForms(slack, people, openings);

  product.signal('SIGTERM');
  await product.ended;
  await slack.close();
  place.remove();
  bundle.remove();
  const storm = [...sending.took, ...pausing.took];
  return {
    'openings that failed': sending.failed + pausing.failed + quiet.failed,
    'openings missing': 2 * openings - storm.length - quiet.took.length,
    'p99 more than idle, ms': p99(storm) - p99(quiet.took),
    'p99 idle, ms': p99(quiet.took),
    'p50 idle, ms': quantile(quiet.took, 0.5),
    'p99 while sending, ms': p99(sending.took),
    'p99 with a pause, ms': p99(pausing.took),
    'p50 while sending, ms': quantile(sending.took, 0.5),
    'messages before the pause': before,
    'messages in all': posted,
  };
}

const p99 = (took: Openings['took']) => quantile(took, 0.99);

const postsIn = (slack: Slack) => Object.values(slack.dump().messages).flat().length;
