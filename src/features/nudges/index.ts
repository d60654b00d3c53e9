import type { Feature } from '../../feature.ts';
import { on } from '../../slack/action.ts';
import { addMonths, localDay, monthOf } from '../../time.ts';
import { firstWorkingDay } from '../people/index.ts';
import { comeBack } from '../rests/index.ts';
import { laterDue, monthlyDue } from './due.ts';
import { answerNudge, holdNudges, showLatest, startNudges, suggestAnother } from './handlers.ts';
import { laterNudge, monthlyNudge } from './messages.ts';
import type { Calendar } from './spread-rules.ts';
import { say } from './texts.ts';
import { anotherButton, comeBackButton, holdButton, restMenu, startButton, switchBlocks } from './views.ts';

export { calendarName, calendarsOf, type SharedCalendar } from './calendars.ts';
export { answeredWith, isSettled, monthlyNudge } from './messages.ts';
export type { Calendar } from './spread-rules.ts';
export { nudgeStore } from './store.ts';
export { alreadyLabel, nudgeChoices, silenceLine, spokenMessage } from './views.ts';

/** Once a month, one question to everybody: which customer will you talk to? */
export const nudges: Feature = {
  name: 'nudges',
  actions: [
    on(anotherButton, suggestAnother),
    on(restMenu, answerNudge),
    on(comeBackButton, comeBack),
    on(startButton, startNudges, 'admin'),
    on(holdButton, holdNudges, 'admin'),
  ],
  due: [monthlyDue, laterDue],
  messages: [monthlyNudge, laterNudge],
  settings: {
    place: 2,
    blocks: ({ nudgesStartedAt, zone }, { lang, now, works }) =>
      switchBlocks(lang, startedIn(nudgesStartedAt, { zone, works }, now)),
  },
  hears: async (deps, tx, news) => {
    if (news.is === 'rested' || news.is === 'planned') await showLatest(deps, tx, news.userId);
  },
  help: (lang) => ({ title: say(lang).helpTitle, says: say(lang).helpSays, words: [] }),
  personal: [
    { table: 'nudges', column: 'user_id', holds: 'identity', export: true, erase: 'row', keepMonths: 24 },
    { table: 'nudges', column: 'answer', holds: 'their choice', export: true, erase: 'row', keepMonths: 24 },
    { table: 'nudges', column: 'noticed', holds: 'what they did', export: true, erase: 'row', keepMonths: 24 },
    { table: 'nudges', column: 'closing', holds: 'what they did', export: true, erase: 'row', keepMonths: 24 },
  ],
};

/** When the nudges were started, and the first working day that comes after it, by the house's calendar. */
function startedIn(startedAt: string | null, { zone, works }: Calendar, now: Date) {
  if (!startedAt) return null;
  const day = localDay(new Date(startedAt), zone);
  const first = firstWorkingDay(monthOf(day), works);
  return {
    day,
    first: first > day ? first : firstWorkingDay(addMonths(monthOf(day), 1), works),
    today: localDay(now, zone),
  };
}
