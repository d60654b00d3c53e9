import { findPlace } from '../../chaos/place.ts';
import { end, type Figures, medianOfRuns, type Target } from '../report.ts';
import { settingsOf } from '../settings.ts';
import type { Ask } from './asked.ts';
import { compare } from './compare.ts';

/**
 * `npm run bench:command -- --requests 4000 --people 10`: what a command and a click cost the product, CPU time and time
 * to the acknowledgement, against a bare Bolt app with one listener that does the same; beside it, without a target and
 * not in the short form, a bare app with forty listeners, and the product with its database, a PostgreSQL of its own.
 */
const settings = settingsOf({
  requests: { short: 400, long: 4_000 },
  people: { short: 10, long: 10 },
});

const pairs = (['http', 'socket'] as const).flatMap((transport) =>
  (['command', 'click'] as const satisfies readonly Ask[]).map((ask) => ({ transport, ask })),
);
const place = await findPlace('pg');
const figures = await medianOfRuns(settings.runs, async () => {
  const all: Figures = {};
  for (const pair of pairs) Object.assign(all, await compare({ ...pair, ...settings }, place.env));
  return all;
});
const targets = pairs.flatMap(({ transport, ask }): Target[] => [
  { figure: `${transport} ${ask}: CPU, × bare`, most: 1.25, is: 'ratio' },
  { figure: `${transport} ${ask}: p50, × bare`, most: 1.25, is: 'time' },
]);
end('bench:command', settings, figures, targets);
