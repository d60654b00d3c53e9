import { dayInWords } from '../../dates.ts';
import type { Deps } from '../../deps.ts';
import type { Turn } from '../../slack/action.ts';
import { escape } from '../../slack/escape.ts';
import { addDays, firstDayOf } from '../../time.ts';
import { closeWeeks, summaryOf } from './messages.ts';
import { lastClosedWeek } from './rules.ts';
import { say } from './texts.ts';

/** The last closed week, now, for the leader who asks. The same figures as on Monday: nothing is drawn anew. */
export async function showSummary(deps: Deps, turn: Turn) {
  const now = deps.clock.now();
  const week = lastClosedWeek(now, deps.workspace.zone);
  const summary = await deps.db.run(async (tx) => {
    await closeWeeks(deps, tx, now);
    return summaryOf(tx, week, turn.lang, false);
  });
  const nextMonday = addDays(firstDayOf(week), 14);
  const text = say(turn.lang).notYet(escape(dayInWords(nextMonday, turn.lang)));
  await turn.reply(summary ?? { text, blocks: [] });
}
