import { findPlace } from '../../chaos/place.ts';
import { end, type Figures, medianOfRuns } from '../report.ts';
import { settingsOf } from '../settings.ts';
import { dbIn } from './database.ts';
import { fill } from './fill.ts';
import { SELECTS } from './select.ts';
import { medianMs } from './timed.ts';

/**
 * `npm run bench:customers -- --customers 100000 --db embedded|pg`: what somebody waits for the database when they look for
 * a customer, on embedded where nothing is said.
 */
const { db, args } = dbIn(process.argv.slice(2));
const settings = { ...settingsOf({ customers: { short: 5_000, long: 100_000 } }, args), db };

/** The most that one look may take, in milliseconds. */
const MOST = { pg: 200, embedded: 600 };

async function measure(): Promise<Figures> {
  const place = await findPlace(db);
  const database = await place.open();
  const bound = await fill(database, settings.customers);
  const figures: Figures = {};
  for (const [name, look] of Object.entries(SELECTS)) {
    const { ms, found } = await medianMs(() => bound.run(look));
    figures[`${name}, ms`] = ms;
    figures[`${name}, found nothing`] = found === 0 ? 1 : 0;
  }
  await database.close();
  place.remove();
  return figures;
}

end(
  'bench:customers',
  settings,
  await medianOfRuns(settings.runs, measure),
  Object.keys(SELECTS).flatMap((name) => [
    { figure: `${name}, ms`, most: MOST[db], is: 'time' } as const,
    { figure: `${name}, found nothing`, most: 0, is: 'count' } as const,
  ]),
);
