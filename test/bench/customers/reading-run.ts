import { findPlace } from '../../chaos/place.ts';
import { end, type Figures, type Target } from '../report.ts';
import { settingsOf } from '../settings.ts';
import { measureReading } from './measure-reading.ts';

/**
 * `npm run bench:reading -- --customers 100000 --conversations 1000000 --embedded 0`: how long a customer's page and every
 * sort of search take, the median of five after one that doesn't count, rendering included. The targets are issue 6's.
 */
const settings = settingsOf({
  customers: { short: 1_000, long: 100_000 },
  conversations: { short: 20_000, long: 1_000_000 },
  pg: { short: 1, long: 1 },
  embedded: { short: 1, long: 1 },
});

/** Milliseconds that one may take. */
const MOST = { pg: 200, embedded: 600 } as const;

const figures: Figures = {};
const targets: Target[] = [];
for (const db of ['pg', 'embedded'] as const) {
  if (settings[db] === 0) continue;
  const place = await findPlace(db);
  const database = await place.open();
  const measured = await measureReading(db, database, settings);
  Object.assign(figures, measured);
  targets.push(...Object.keys(measured).map((figure): Target => ({ figure, most: MOST[db], is: 'time' })));
  await database.close();
  place.remove();
}
end('bench:reading', settings, figures, targets);
