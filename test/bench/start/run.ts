import { end, medianOfRuns } from '../report.ts';
import { settingsOf } from '../settings.ts';
import { measureStarts } from './measure.ts';

/**
 * `npm run bench:start -- --spawns 11 --idle 10`: how long the bundled build takes from its start until it is ready, and
 * how much memory it holds `--idle` seconds later, on a PostgreSQL and on an embedded database that is there already.
 */
const settings = settingsOf({
  spawns: { short: 1, long: 11 },
  members: { short: 50, long: 50 },
  idle: { short: 0, long: 10 },
});

const figures = await medianOfRuns(settings.runs, async () => ({
  ...(await measureStarts('pg', settings)),
  ...(await measureStarts('embedded', settings)),
}));
end('bench:start', settings, figures, [
  { figure: 'pg: never ready', most: 0, is: 'count' },
  { figure: 'embedded: never ready', most: 0, is: 'count' },
  { figure: 'pg: ready after, ms', most: 1_500, is: 'time' },
  { figure: 'embedded: ready after, ms', most: 2_500, is: 'time' },
  { figure: 'pg: memory, MB', most: 140, is: 'memory' },
  { figure: 'embedded: memory, MB', most: 400, is: 'memory' },
]);
