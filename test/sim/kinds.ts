import type { Kind, Message, OutboxRow, Put } from '../../src/delivery/outbox.ts';
import type { Feature } from '../../src/feature.ts';
import { rerouteRule, troubleKind, troubleRule } from '../../src/features/conversations/channel.ts';
import { savedKind, storyKind } from '../../src/features/conversations/messages.ts';
import { laterRule, monthlyRule } from '../../src/features/nudges/due.ts';
import { laterNudge, monthlyNudge } from '../../src/features/nudges/messages.ts';
import { addWorkingDays, eligible } from '../../src/features/people/index.ts';
import { weeklyRule, weeklySummary } from '../../src/features/summaries/messages.ts';
import { section } from '../../src/slack/blocks.ts';
import { escape } from '../../src/slack/escape.ts';
import { instantOf, localDay, monthOf } from '../../src/time.ts';
import type { Stores } from './stores.ts';
import { worksOf } from './working-days.ts';

/** Whoever watches hears which message a key is made for, in the claiming transaction. */
export type Rendered = (row: OutboxRow) => void;

/** A question from a colleague: unasked and not about the monthly habit, so that the budget has something to decide. */
const question: Kind = {
  name: 'questions.relayed',
  priority: 5,
  unasked: true,
  window: { from: '09:00', until: '17:00' },
  until: (dueAt, zone, works) => instantOf(addWorkingDays(localDay(dueAt, zone), 4, works), '17:00', zone),
  render: async () => 'no longer needed',
};

/** A row for a question, due at once. */
export const questionPut = (recipient: string, subject: string, dueAt: Date, zone: string): Put => ({
  ...{ kind: question, recipient, subject, dueAt, zone },
});

/**
 * The habits: their due rules, windows, priorities and ends are the product's; only what a message says is made here,
 * from the same state and with the same "no longer needed", since their own words need more of the database than is kept
 * in memory.
 */
export function simulatedHabits(stores: Stores, rendered: Rendered): Feature[] {
  const saying = (kind: Kind, says: (...of: Parameters<Kind['render']>) => Promise<string | undefined>): Kind => ({
    ...kind,
    async render(deps, tx, row) {
      const words = await says(deps, tx, row);
      if (words === undefined) return 'no longer needed';
      rendered(row);
      return say(words);
    },
  });
  const nudge: Parameters<typeof saying>[1] = async ({ clock, workspace }, tx, { recipient, subject, ts }) => {
    const person = await stores.people(tx).find(recipient);
    const month = monthOf(subject);
    const its = await stores.nudges(tx).find(recipient, month);
    if (!person || !its) return undefined;
    if (ts !== null) return its.answer ? `answered: ${its.answer}` : 'nudge';
    const rest = await stores.rests(tx).find(recipient);
    if (rest && (rest.until === null || rest.until > localDay(clock.now(), person.zone))) return undefined;
    const works = worksOf(person, await stores.absences(tx).of(recipient), workspace.country);
    if (!eligible({ ...person, optedOut: false, works }, month)) return undefined;
    return (await stores.conversations(tx).countOf(recipient, month)) > 0 ? undefined : 'nudge';
  };
  return [
    {
      name: 'conversations',
      due: [rerouteRule(stores), troubleRule(stores)],
      messages: [
        saying(savedKind, async (_deps, tx, { subject }) => (await stores.conversations(tx).find(subject))?.learned),
        saying(storyKind, async (_deps, tx, { subject }) => {
          const told = await stores.conversations(tx).find(subject);
          return told?.readers === 'story' ? told.learned : undefined;
        }),
        saying(troubleKind, async (_deps, tx, { recipient }) =>
          (await stores.people(tx).find(recipient))?.admin ? 'trouble' : undefined,
        ),
      ],
      personal: [],
    },
    {
      name: 'nudges',
      due: [monthlyRule(stores), laterRule(stores)],
      messages: [saying(monthlyNudge, nudge), saying(laterNudge, nudge)],
      personal: [],
    },
    {
      name: 'summaries',
      due: [weeklyRule(stores)],
      messages: [
        saying(weeklySummary, async (_deps, tx, { recipient }) =>
          (await stores.settings(tx).all()).leaders.includes(recipient) ? 'summary' : undefined,
        ),
      ],
      personal: [],
    },
    { name: 'questions', messages: [saying(question, async () => 'question')], personal: [] },
  ];
}

const say = (words: string): Message => ({ text: escape(words), blocks: [section(escape(words))] });
