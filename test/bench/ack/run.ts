import { end, medianOfRuns } from '../report.ts';
import { settingsOf } from '../settings.ts';
import { measureOpenings } from './storm.ts';

/**
 * `npm run bench:ack -- --openings 2000 --members 4000 --rate 20 --pause 20`: how long somebody waits for their form while
 * messages go out to `--members` people, `--rate` a second, half of the time under a pause of `--pause` seconds that Slack
 * asks for; against the same in a quiet house.
 */
const settings = settingsOf({
  openings: { short: 100, long: 2_000 },
  members: { short: 160, long: 4_000 },
  rate: { short: 20, long: 20 },
  pause: { short: 3, long: 20 },
});

end('bench:ack', settings, await medianOfRuns(settings.runs, () => measureOpenings(settings)), [
  { figure: 'openings that failed', most: 0, is: 'count' },
  { figure: 'openings missing', most: 0, is: 'count' },
  { figure: 'p99 more than idle, ms', most: 50, is: 'time' },
]);
