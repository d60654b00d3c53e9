import type { Tx } from '../../db/workspace.ts';
import type { Kind, Message, Put } from '../../delivery/outbox.ts';
import type { Deps } from '../../deps.ts';
import type { Due } from '../../feature.ts';
import type { Lang } from '../../texts.ts';
import { addDays, addWeeks, firstDayOf, localDay, weekdayOf, weekOf } from '../../time.ts';
import { type ConversationStore, conversationStore, heardStore } from '../conversations/index.ts';
import { DAYTIME, type PersonStore, personStore } from '../people/index.ts';
import { type SettingStore, settingStore } from '../settings/index.ts';
import {
  lastClosedWeek,
  mayBeMissed,
  noise,
  summaryDue,
  summaryMissed,
  summaryUntil,
  WEEKS_SHOWN,
  weeksToClose,
} from './rules.ts';
import { type WeekStore, weekStore } from './store.ts';
import { summaryMessage } from './views.ts';

/** How many customers' words open the summary. */
const STORIES = 2;
/** Closed weeks in which missed summaries are looked for. */
const WEEKS_LOOKED_BACK = 4;

/** The weekly summary in a leader's DM. */
export const weeklySummary: Kind = {
  name: 'summaries.weekly',
  priority: 3,
  unasked: false,
  window: DAYTIME,
  until: summaryUntil,
  async render(_deps, tx, { recipient, subject }) {
    const person = await personStore(tx).find(recipient);
    const { leaders } = await settingStore(tx).all();
    if (!person || !leaders.includes(recipient)) return 'no longer needed';
    const first = await weekStore(tx).isFirst(weeklySummary.name, recipient, subject);
    return (await summaryOf(tx, subject, person.lang, first)) ?? 'no longer needed';
  },
};

/** What closing a week asks of a transaction. */
type Weeks = {
  weeks(tx: Tx): Pick<WeekStore, 'began' | 'close' | 'closed'>;
  conversations(tx: Tx): Pick<ConversationStore, 'countBetween'>;
};

/** What the rule asks of it beside that. */
type Stores = Weeks & {
  settings(tx: Tx): Pick<SettingStore, 'all'>;
  people(tx: Tx): Pick<PersonStore, 'find'>;
};

const DATABASE = { weeks: weekStore, conversations: conversationStore, settings: settingStore, people: personStore };

/** Closes what has to be closed, and asks for every leader's summary whose Monday nine o'clock has come. */
export const weeklyRule = (stores: Stores): Due => ({
  name: 'summaries.weekly',
  // Sunday to Wednesday by UTC holds every zone's Monday 00:00 to Wednesday 17:00.
  mayBe: (now) => [7, 1, 2, 3].includes(weekdayOf(localDay(now, 'UTC'))),
  async rows(deps, tx, now) {
    const houseZone = deps.workspace.zone;
    await closeWeeks(deps, tx, now, stores);
    const week = lastClosedWeek(now, houseZone);
    return putsOf(stores, tx, week, (zone) => summaryDue(week, now, zone, houseZone));
  },
  async missed({ workspace }, tx, since, now) {
    if (!mayBeMissed(since, now)) return [];
    const last = lastClosedWeek(now, workspace.zone);
    const weeks = Array.from({ length: WEEKS_LOOKED_BACK }, (_, back) => addWeeks(last, -back));
    const puts = await Promise.all(
      weeks.map((week) => putsOf(stores, tx, week, (zone) => summaryMissed(week, since, now, zone))),
    );
    return puts.flat();
  },
});

export const weeklyDue = weeklyRule(DATABASE);

/** The summaries of a week for the leaders in whose zone they have a due moment. */
async function putsOf(
  { settings, people }: Pick<Stores, 'settings' | 'people'>,
  tx: Tx,
  week: string,
  dueIn: (zone: string) => Date | undefined,
): Promise<Put[]> {
  const { leaders } = await settings(tx).all();
  const known = await Promise.all(leaders.map((userId) => people(tx).find(userId)));
  return known.flatMap((person) => {
    const dueAt = person?.member ? dueIn(person.zone) : undefined;
    return person && dueAt
      ? [{ kind: weeklySummary, recipient: person.userId, subject: week, dueAt, zone: person.zone }]
      : [];
  });
}

/** Gives every week that ended and has no figure its figure: the true total plus noise, drawn once. */
export async function closeWeeks(
  { ids, workspace }: Pick<Deps, 'ids' | 'workspace'>,
  tx: Tx,
  now: Date,
  { weeks, conversations }: Weeks = DATABASE,
): Promise<void> {
  const store = weeks(tx);
  const last = lastClosedWeek(now, workspace.zone);
  const closed = await store.closed(addWeeks(last, -WEEKS_SHOWN));
  if (closed.includes(last)) return;
  const began = await store.began();
  if (!began) return;
  for (const week of weeksToClose(last, weekOf(localDay(began, workspace.zone)), closed)) {
    const total = await conversations(tx).countBetween(firstDayOf(week), addDays(firstDayOf(week), 6));
    await store.close(week, total + noise(ids.random(), ids.random()), now);
  }
}

/** The summary of a closed week; undefined while it has no figure. */
export async function summaryOf(tx: Tx, week: string, lang: Lang, first: boolean): Promise<Message | undefined> {
  const [oldest, ...rest] = await weekStore(tx).upTo(week, WEEKS_SHOWN);
  if (!oldest || (rest.at(-1) ?? oldest).week !== week) return undefined;
  const from = firstDayOf(week);
  const stories = await heardStore(tx).sharedBetween(from, addDays(from, 6), STORIES);
  return summaryMessage({ lang, weeks: [oldest, ...rest], stories, first });
}
