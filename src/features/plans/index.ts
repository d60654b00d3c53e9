import type { Feature } from '../../feature.ts';
import { on } from '../../slack/action.ts';
import { addMonths, firstOfMonth, localDay, monthOf } from '../../time.ts';
import { planDue } from './due.ts';
import { fromLogButton, KIND, neverMindButton, planButton, talkButton } from './form.ts';
import {
  hear,
  neverMind,
  openPlan,
  openTalk,
  planFromLog,
  planListener,
  plansHome,
  showQuestions,
} from './handlers.ts';
import { planDay } from './messages.ts';
import { planStore } from './store.ts';
import { say } from './texts.ts';
import { meantSince } from './uses.ts';
import { makePlan } from './views.ts';

export { isDone, isOpen } from './rules.ts';
export { planOf } from './shown.ts';
export { changePlan, pickMoment, plannedLines, talkWith, whatFor } from './views.ts';

/** When, whom and how, chosen by somebody for themselves; on its day it comes back in their own words. */
export const plans: Feature = {
  name: 'plans',
  actions: [
    on(planButton, openPlan),
    on(talkButton, openTalk),
    on(fromLogButton, planFromLog),
    on(neverMindButton, neverMind),
    { id: KIND, by: 'member', run: showQuestions },
  ],
  modals: [planListener],
  due: [planDue],
  messages: [planDay],
  hears: hear,
  becameOf: meantSince,
  home: plansHome,
  ahead: makePlan,
  /** What was planned before last month is nobody's business any more. */
  nightly: async ({ db, workspace }, now) => {
    const lastMonth = addMonths(monthOf(localDay(now, workspace.zone)), -1);
    await db.run((tx) => planStore(tx).forget(firstOfMonth(lastMonth)));
  },
  help: (lang) => ({ title: say(lang).helpTitle, says: say(lang).helpSays, words: [] }),
  personal: [
    { table: 'plans', column: 'user_id', holds: 'identity', export: true, erase: 'row', keepMonths: 2 },
    { table: 'plans', column: 'on_day', holds: 'their choice', export: true, erase: 'row', keepMonths: 2 },
    { table: 'plans', column: 'customer_id', holds: 'their choice', export: true, erase: 'row', keepMonths: 2 },
    { table: 'plans', column: 'kind', holds: 'their choice', export: true, erase: 'row', keepMonths: 2 },
    { table: 'plans', column: 'words', holds: 'their own words', export: true, erase: 'row', keepMonths: 2 },
    { table: 'plans', column: 'asked_on', holds: 'what they did', export: true, erase: 'row', keepMonths: 2 },
    { table: 'plans', column: 'prompted_at', holds: 'what they did', export: true, erase: 'row', keepMonths: 2 },
    { table: 'plans', column: 'ended', holds: 'their choice', export: true, erase: 'row', keepMonths: 2 },
  ],
};
