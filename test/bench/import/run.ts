import { end, type Figures, medianOfRuns } from '../report.ts';
import { settingsOf } from '../settings.ts';
import { measureImport } from './measure.ts';

/**
 * `npm run bench:import -- --rows 50000`: how long a list of customers takes to be read, on both databases, and how long
 * others wait meanwhile for what every request begins with.
 */
const settings = settingsOf({ rows: { short: 2_000, long: 50_000 } });

const measure = async (): Promise<Figures> => ({
  ...(await measureImport('pg', settings.rows)),
  ...(await measureImport('embedded', settings.rows)),
});

end(
  'bench:import',
  settings,
  await medianOfRuns(settings.runs, measure),
  ['pg', 'embedded'].flatMap((db) => [
    { figure: `${db}: rows not there`, most: 0, is: 'count' } as const,
    { figure: `${db}: rows changed the second time`, most: 0, is: 'count' } as const,
    { figure: `${db}: seconds`, most: 60, is: 'time' } as const,
    { figure: `${db}: longest wait meanwhile, ms`, most: 1_000, is: 'time' } as const,
  ]),
);
