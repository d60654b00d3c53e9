import { z } from 'zod';
import { safeZone } from '../../time.ts';
import { AWAY_EMOJI, isOnlyNames, namesIn } from '../people/index.ts';
import { CONVERSATION_KINDS, KINDS } from './kinds-rules.ts';

const lang = z.enum(['en', 'nl']);
const slackId = z.string().regex(/^[A-Z0-9]{2,24}$/);
const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
const zone = z.string().refine((name) => safeZone(name, '') !== '');

const emojiNames = z.preprocess(asNames, z.array(z.string().regex(/^[a-z0-9_+'-]{1,100}$/)).max(50));

/** As many as one can oversee, each short enough for a button. */
const topicNames = z.array(z.string().max(40)).max(12);

/**
 * Every setting of a workspace: its shape, and its value until somebody chooses. House language and zone get their
 * first value from most members. Who changed what, when, from what to what is kept from the first change on.
 */
export const settingsTable = {
  houseLang: { schema: lang, first: 'en' },
  zone: { schema: zone, first: 'Europe/Amsterdam' },
  /** Where its public holidays are (people/holidays.ts): a country, or a state of one: `NL`, `DE-BY`. */
  country: { schema: z.string().regex(/^[A-Z]{2}(-[A-Za-z0-9]{1,20}){0,2}$/), first: 'NL' },
  /** Names of the status emoji that say somebody is away; as an admin types them, they stand between colons. */
  awayEmoji: { schema: emojiNames, first: AWAY_EMOJI },
  /** Slack user ids of those who get the weekly summary. */
  leaders: { schema: z.array(slackId).max(50).transform(distinct), first: [] },
  /** Where shared conversations are posted; none: sharing isn't offered. */
  storiesChannel: { schema: slackId.nullable(), first: null },
  /** How often one customer may be approached (features/customers), and in how long. */
  approachCap: { schema: z.coerce.number().int().min(1).max(20), first: 1 },
  approachPeriod: { schema: z.enum(['month', 'quarter', 'half-year', 'year']), first: 'quarter' },
  countingKinds: { schema: z.array(z.enum(KINDS)), first: [...CONVERSATION_KINDS] },
  /** What conversations can be about, as an admin calls it; as typed, each stands on a line of its own. */
  topics: { schema: z.preprocess(asLines, topicNames), first: [] },
  /** When an admin said that works council and colleagues know, and started the nudges; null: silent. */
  nudgesStartedAt: { schema: z.iso.datetime().nullable(), first: null },
} as const satisfies Record<string, { schema: z.ZodType; first: unknown }>;

export type SettingKey = keyof typeof settingsTable;
export type Settings = { [K in SettingKey]: z.infer<(typeof settingsTable)[K]['schema']> };

/** Settings of one channel: the language of what Mantra posts there. Unset: the house's. */
export const channelSettingsTable = { lang: { schema: lang } } as const;

/** Lines as they are stored, or as they are typed: without empty ones, each once. */
function asLines(given: unknown): unknown {
  if (given === null) return [];
  if (typeof given !== 'string') return given;
  return distinct(
    given
      .split('\n')
      .map((line) => line.replace(/\s+/g, ' ').trim())
      .filter(Boolean),
  );
}

/** Names as they are stored, or as they are typed: between colons, or nothing at all. */
function asNames(given: unknown): unknown {
  if (given === null) return [];
  return typeof given === 'string' && isOnlyNames(given) ? namesIn(given) : given;
}
