import type { Outcome, Visitor } from '../emulator/core/index.ts';

/** The form as people read it, in both languages. */
export const FORM = {
  nl: {
    whom: 'Wie heb je gesproken?',
    how: 'Hoe spraken jullie elkaar?',
    learned: 'Wat heb je geleerd?',
    when: 'Wanneer?',
    readers: 'Wie mag dit lezen?',
    called: 'Gebeld',
    add: (name: string) => `“${name}” toevoegen`,
    readBy: {
      colleagues: 'Collega’s die zoeken, zonder mijn naam',
      me: 'Alleen ik (telt wel mee)',
      story: 'Iedereen in #klantverhalen, zonder mijn naam',
      story_named: 'Iedereen in #klantverhalen, met mijn naam',
    },
  },
  en: {
    whom: 'Who did you talk to?',
    how: 'How did you talk?',
    learned: 'What did you learn?',
    when: 'When?',
    readers: 'Who may read this?',
    called: 'Call',
    add: (name: string) => `Add “${name}”`,
    readBy: {
      colleagues: 'Colleagues who search, without my name',
      me: 'Only me (still counts)',
      story: 'Everyone in #klantverhalen, without my name',
      story_named: 'Everyone in #klantverhalen, with my name',
    },
  },
} as const;

export type Readers = keyof (typeof FORM)['en']['readBy'];

type Answers = {
  lang?: 'nl' | 'en';
  customer?: string;
  how?: string;
  learned?: string;
  /** The day of the conversation; the form begins with today. */
  on?: string;
  readers?: Readers;
};

/** Fills in the open form: a customer that is there, else added on the spot. What isn't given stays as it stands. */
export async function fillsIn(visitor: Visitor, { lang = 'nl', customer, how, learned, on, readers }: Answers) {
  const words = FORM[lang];
  if (customer !== undefined) {
    const offered = await visitor.searches(words.whom, customer);
    const known = offered.find((option) => option === customer);
    await visitor.picks(words.whom, known ?? words.add(customer));
  }
  await visitor.fills({
    ...(how !== undefined && { [words.how]: how }),
    ...(learned !== undefined && { [words.learned]: learned }),
    ...(on !== undefined && { [words.when]: on }),
    ...(readers !== undefined && { [words.readers]: words.readBy[readers] }),
  });
}

/** Logs a conversation from the command to the confirmation. */
export async function logs(visitor: Visitor, answers: Answers = {}): Promise<Outcome> {
  const { lang = 'nl' } = answers;
  const learned = answers.learned ?? 'Ze bestellen op donderdag';
  await visitor.types(lang === 'nl' ? '/klant gesprek' : '/customer log');
  await fillsIn(visitor, { customer: 'Bakkerij Zuid', how: FORM[lang].called, ...answers, learned });
  return savesAnyway(visitor);
}

/** Presses Save, and once more where Mantra warns first that this customer has been approached often enough. */
export async function savesAnyway(visitor: Visitor): Promise<Outcome> {
  const saved = await visitor.submits();
  const warned = visitor.modal?.blocks.some(({ block_id = '' }) => block_id.startsWith('warned.'));
  return warned ? visitor.submits() : saved;
}

/** The newest message from Mantra that everybody in the conversation sees: the confirmation, in the DM. */
export function newest(visitor: Visitor, channel?: string) {
  return visitor.messages(channel).findLast(({ bot, ephemeral }) => bot && !ephemeral);
}
