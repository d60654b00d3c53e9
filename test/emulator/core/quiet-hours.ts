import type { World } from './session.ts';
import type { SeedPerson } from './types.ts';
import { whenThereIsIt } from './zone.ts';

/** Somebody's do not disturb as `dnd.info` shows it, in seconds since 1970. */
export type QuietNow = { dnd_enabled: boolean; next_dnd_start_ts: number; next_dnd_end_ts: number };

/** Slack's way of saying never (docs.slack.dev/reference/methods/dnd.teamInfo, second person of the example). */
const NEVER: QuietNow = { dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1 };

const seconds = (at: Date) => Math.floor(at.getTime() / 1000);

/** The quiet hours that somebody is in, or that come next. */
export function quietHoursOf(world: World, { dnd, tz = 'America/Los_Angeles' }: SeedPerson): QuietNow {
  if (!dnd?.enabled || dnd.start === dnd.end) return NEVER;
  const now = world.now();
  const overMidnight = dnd.end < dnd.start ? 1 : 0;
  const windows = [-1, 0, 1].map((day) => ({
    start: whenThereIsIt(dnd.start, tz, now, day),
    end: whenThereIsIt(dnd.end, tz, now, day + overMidnight),
  }));
  const next = windows.find(({ end }) => end > now);
  if (!next) return NEVER;
  return { dnd_enabled: true, next_dnd_start_ts: seconds(next.start), next_dnd_end_ts: seconds(next.end) };
}
