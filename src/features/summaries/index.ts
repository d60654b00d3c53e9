import type { Feature } from '../../feature.ts';
import { input, MAX, plain, section } from '../../slack/blocks.ts';
import { personStore } from '../people/index.ts';
import { summaryOf, weeklyDue, weeklySummary } from './messages.ts';
import { lastClosedWeek } from './rules.ts';
import { say } from './texts.ts';

export { showSummary } from './handlers.ts';

/** What leaders hear each Monday: customers' words first, then figures about the house, never about a person. */
export const summaries: Feature = {
  name: 'summaries',
  due: [weeklyDue],
  messages: [weeklySummary],
  settings: {
    place: 1,
    blocks: ({ leaders }, { lang }) => [
      input({
        id: 'leaders',
        label: say(lang).leaders,
        hint: say(lang).leadersHint,
        optional: true,
        element: {
          type: 'multi_users_select',
          action_id: 'summaries.leaders',
          placeholder: plain(say(lang).leadersPlaceholder, MAX.placeholder),
          ...(leaders.length > 0 && { initial_users: leaders }),
        },
      }),
    ],
    async check({ db }, { leaders = [] }, lang) {
      const people = await db.run((tx) => Promise.all(leaders.map((userId) => personStore(tx).find(userId))));
      return people.every((person) => person?.member) ? {} : { leaders: say(lang).leadersWrong };
    },
  },
  async home({ clock, workspace }, tx, { roles, lang }) {
    if (!roles.has('leader')) return undefined;
    const summary = await summaryOf(tx, lastClosedWeek(clock.now(), workspace.zone), lang, false);
    return summary && [section(say(lang).homeTitle), ...(summary.plain ?? summary.blocks)];
  },
  help: (lang) => ({
    title: say(lang).helpTitle,
    says: say(lang).helpSays,
    words: [{ type: lang === 'nl' ? '/klant overzicht' : '/customer summary', does: say(lang).helpWord }],
  }),
  personal: [],
};
