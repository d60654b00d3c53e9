import { findPlace } from '../../chaos/place.ts';
import { end, type Figures, medianOfRuns } from '../report.ts';
import { settingsOf } from '../settings.ts';
import { computeDue } from './compute.ts';
import { measureRows } from './rows.ts';

/**
 * `npm run bench:due -- --members 100000 --zones 400`: how long it takes to know who is due, to put their rows into the
 * outbox, against two statements of SQL on the same database, and to find that nothing is due.
 */
const settings = settingsOf({ members: { short: 2_000, long: 100_000 }, zones: { short: 400, long: 400 } });
const { members, zones } = settings;

async function measure(): Promise<Figures> {
  const first = await computeDue(members, zones);
  const { ms, due } = await computeDue(members, zones);
  const all: Figures = {
    'who is due, missing': Math.abs(members - due),
    'who is due, CPU ms': ms,
    'who is due, CPU ms, before zones are known': first.ms,
  };
  for (const db of ['pg', 'embedded'] as const) {
    const place = await findPlace(db);
    const database = await place.open();
    Object.assign(all, await measureRows(db, database, members, zones));
    await database.close();
    place.remove();
  }
  return all;
}

end('bench:due', settings, await medianOfRuns(settings.runs, measure), [
  { figure: 'who is due, missing', most: 0, is: 'count' },
  { figure: 'who is due, CPU ms', most: 100, is: 'time' },
  ...['pg', 'embedded'].flatMap((db) => [
    { figure: `${db}: rows missing or doubled`, most: 0, is: 'count' } as const,
    { figure: `${db}: rows, × raw SQL`, most: 1.5, is: 'time' } as const,
    { figure: `${db}: idle tick on a nudge’s day, ms`, most: 50, is: 'time' } as const,
    { figure: `${db}: idle tick, ms`, most: 50, is: 'time' } as const,
  ]),
]);
