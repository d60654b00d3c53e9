import { addDays, localDay, localTime } from '../../time.ts';

/** Somebody's status in Slack: the name of its emoji, as Slack writes it, and when it clears itself; null: it doesn't. */
export type Status = { emoji: string; expiresAt: Date | null };

/** Holiday, illness and parental leave, as Slack's own suggestions and most houses say it; admins choose their own. */
export const AWAY_EMOJI: string[] = [
  ...['palm_tree', 'beach_with_umbrella', 'desert_island', 'umbrella_on_ground', 'sunny', 'camping', 'skier'],
  ...['face_with_thermometer', 'mask', 'face_with_head_bandage', 'sneezing_face', 'nauseated_face', 'hospital'],
  ...['baby', 'baby_bottle', 'breast-feeding', 'stork'],
];

/** Whoever is back by then works that day. */
const DAY_BEGINS = '09:00';

/**
 * Until which day, itself among them, a status keeps somebody away; `until` null: until it is cleared. Undefined: they
 * aren't away. Which of the emoji it is, is forgotten here.
 */
export function awayBy(
  { emoji, expiresAt }: Status,
  away: readonly string[],
  now: Date,
  zone: string,
): { until: string | null } | undefined {
  const [name = ''] = namesIn(emoji);
  if (!away.includes(name)) return undefined;
  if (expiresAt === null) return { until: null };
  const until = lastDay(expiresAt, zone);
  return until >= localDay(now, zone) ? { until } : undefined;
}

function lastDay(expiresAt: Date, zone: string): string {
  const day = localDay(expiresAt, zone);
  return localTime(expiresAt, zone) <= DAY_BEGINS ? addDays(day, -1) : day;
}

/** The names in what somebody typed, or in Slack's own status: `:palm_tree: :baby::skin-tone-2:`. */
export const namesIn = (typed: string): string[] => [
  ...new Set([...typed.toLowerCase().matchAll(NAME)].map(([, name = '']) => name)),
];

/** Whether there is nothing else in it than emoji by their names, in whatever way they are parted. */
export const isOnlyNames = (typed: string): boolean => /^[\s,;]*$/.test(typed.toLowerCase().replace(NAME, ' '));

const NAME = /:([a-z0-9_+'-]+):(?::skin-tone-\d:)?/g;
