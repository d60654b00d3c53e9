import type { Tx, WorkspaceDb } from '../../db/workspace.ts';
import { DEFAULT_OPTIONS } from '../../delivery/options.ts';
import type { Deps, Workspace } from '../../deps.ts';
import { plus, safeZone } from '../../time.ts';
import { loadHolidays, type SharedDays, type WorkingDays, worksOn } from '../people/index.ts';
import { nudgeSpan, type Span } from './rules.ts';
import { type Crowd, daysToSpread } from './spread-rules.ts';
import type { Stores } from './stores.ts';

/** Rows that can go out within an hour. */
const PER_HOUR = DEFAULT_OPTIONS.ceiling * 3_600;

/** For so long the calendars of a house are kept: to ask 100,000 people every minute would take longer than all else. */
const KEPT = { minutes: 5 };

/** A calendar as the database has it and as the rules take it, how many members go by it, and when its nudges can be due. */
export type SharedCalendar = Crowd & {
  stored: Pick<SharedDays, 'zone' | 'week' | 'country'>;
  spanOf(month: string): Span;
};

/** Every calendar that members of a workspace go by, their own days off apart: few, however many people. */
export type Calendars = {
  all: readonly SharedCalendar[];
  /** Over how many days a month's nudges should be spread. */
  spreadOf(month: string): number;
};

/** A name that no two calendars share. */
export const calendarName = ({ zone, week, country }: SharedCalendar['stored']): string =>
  `${zone} ${week} ${country ?? ''}`;

const kept = new WeakMap<WorkspaceDb, { since: Date; calendars: Calendars }>();

/** The calendars as they are, or were five minutes ago: whoever moved since is looked at where they were. */
export async function calendarsOf(stores: Pick<Stores, 'people'>, deps: Deps, tx: Tx, now: Date): Promise<Calendars> {
  const known = kept.get(deps.db);
  if (known && known.since <= now && now < plus(known.since, KEPT)) return known.calendars;
  const calendars = await readCalendars(await stores.people(tx).calendars(), deps.workspace);
  kept.set(deps.db, { since: now, calendars });
  return calendars;
}

/** What the rules ask of calendars, worked out once for each: 400 zones would ask for the same holidays again and again. */
export async function readCalendars(
  stored: readonly SharedDays[],
  house: Pick<Workspace, 'zone' | 'country'>,
): Promise<Calendars> {
  const holidays = await loadHolidays();
  const worksIn = remembering((key: string): WorkingDays => {
    const [week = '', country = ''] = key.split(' ');
    return remembering(worksOn({ week, isHoliday: holidays(country), absences: [] }));
  });
  const all = stored.map(({ people, ...shared }) => {
    const works = worksIn(`${shared.week} ${shared.country ?? house.country}`);
    const calendar = { zone: safeZone(shared.zone, house.zone), works };
    return { stored: shared, people, calendar, spanOf: remembering((month: string) => nudgeSpan(month, calendar)) };
  });
  return { all, spreadOf: remembering((month: string) => daysToSpread(all, month, PER_HOUR)) };
}

/** The same few days and months are asked for again and again. */
function remembering<T extends NonNullable<unknown>>(find: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const answer = known.get(key) ?? find(key);
    known.set(key, answer);
    return answer;
  };
}
