import type { Tx } from '../../db/workspace.ts';
import type { Put } from '../../delivery/outbox.ts';
import type { Deps } from '../../deps.ts';
import type { Due } from '../../feature.ts';
import { type Calendar, calendarName, calendarsOf } from '../nudges/index.ts';
import { personStore } from '../people/index.ts';
import { settingStore } from '../settings/index.ts';
import { usedKind } from './messages.ts';
import { mayBeDue, returnsDue, returnsMissed, type Span, toldSince } from './rules.ts';
import { type Asked, returnStore } from './store.ts';

/** Who hears what came of what they told: once a month, where there is something. */
export const returnsAreDue: Due = {
  name: 'returns.used',
  mayBe: mayBeDue,
  async rows(deps, tx, now, limit, seen) {
    const open = await openSpans(deps, tx, now, (calendar) => [returnsDue(now, calendar) ?? []].flat());
    const unseen = open.filter((one) => (seen.upTo(partOf(one)) ?? 0) < one.dueAt.getTime());
    const rows = await rowsOf(tx, unseen, limit);
    if (rows.length < limit) for (const one of unseen) seen.note(partOf(one), one.dueAt.getTime());
    return rows;
  },
  missed: async (deps, tx, since, now, limit) =>
    rowsOf(tx, await openSpans(deps, tx, now, (calendar) => returnsMissed(since, now, calendar)), limit),
};

type Open = Asked & { calendar: Calendar };

/** The returns of every calendar that members go by; none until an admin has started the nudges. */
async function openSpans(deps: Deps, tx: Tx, now: Date, spansIn: (calendar: Calendar) => Span[]): Promise<Open[]> {
  const { nudgesStartedAt } = await settingStore(tx).all();
  if (!nudgesStartedAt) return [];
  const { all } = await calendarsOf({ people: personStore }, deps, tx, now);
  return all.flatMap(({ stored: { zone, week, country }, calendar }) =>
    spansIn(calendar).map(({ month, dueAt }) => ({
      ...{ zone, week, country, month, dueAt, calendar },
      since: toldSince(dueAt),
    })),
  );
}

async function rowsOf(tx: Tx, open: readonly Open[], limit: number): Promise<Put[]> {
  if (open.length === 0) return [];
  const known = new Map(open.map((one) => [partOf(one), one]));
  const asked = open.map(({ calendar: _ours, ...rest }) => rest);
  const waiting = await returnStore(tx).waiting(asked, usedKind.name, limit);
  return waiting.flatMap((one): Put[] => {
    const its = known.get(partOf(one));
    return its
      ? [{ kind: usedKind, recipient: one.userId, subject: one.month, dueAt: its.dueAt, ...its.calendar }]
      : [];
  });
}

const partOf = (one: Pick<Asked, 'month' | 'zone' | 'week' | 'country'>) => `${one.month} ${calendarName(one)}`;
