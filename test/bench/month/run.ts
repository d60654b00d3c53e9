import { end, medianOfRuns } from '../report.ts';
import { settingsOf } from '../settings.ts';
import { liveThrough } from './month.ts';

/**
 * `npm run bench:month -- --members 100000`: a month on virtual time. `--startRate`: messages a second that a new
 * workspace begins with; the short form is too short to grow from 1. `--look`, `--every`: minutes between two looks at what is
 * due, while there is something to send and in the rest of the month; there they count as if there were one each minute.
 */
const settings = settingsOf({
  members: { short: 700, long: 100_000 },
  startRate: { short: 4, long: 1 },
  look: { short: 15, long: 1 },
  every: { short: 240, long: 15 },
});

end('bench:month', settings, await medianOfRuns(settings.runs, () => liveThrough(settings)), [
  { figure: 'missed', most: 0, is: 'count' },
  { figure: 'doubled', most: 0, is: 'count' },
  { figure: 'refused as too fast', most: 0, is: 'count' },
  { figure: 'wall time, × the limiter’s bound', most: 1.05, is: 'ratio' },
  { figure: 'CPU while sending, part of a core', most: 0.05, is: 'ratio' },
]);
