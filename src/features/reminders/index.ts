import type { Tx } from '../../db/workspace.ts';
import type { Deps } from '../../deps.ts';
import type { Feature } from '../../feature.ts';
import { nudgeStore } from '../nudges/index.ts';
import { remindersDue } from './due.ts';
import { reminderKind, subjectOf } from './messages.ts';
import { REMINDERS } from './rules.ts';

/** The question of the month, twice more at most and more softly. */
export const reminders: Feature = {
  name: 'reminders',
  due: [remindersDue],
  messages: [reminderKind],
  hears: async (deps, tx, news) => {
    if (news.is === 'rested' || news.is === 'planned') await showLatest(deps, tx, news.userId);
  },
  personal: [],
};

/** What stands of this month's reminders says what its reader has chosen. */
async function showLatest(deps: Deps, tx: Tx, userId: string) {
  const nudge = await nudgeStore(tx).latest(userId);
  if (!nudge) return;
  for (const reminder of REMINDERS)
    await deps.outbox.change(tx, { kind: reminderKind, subject: subjectOf(nudge.month, reminder), recipient: userId });
}
