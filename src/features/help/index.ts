import type { Deps } from '../../deps.ts';
import type { Feature } from '../../feature.ts';
import type { Turn } from '../../slack/action.ts';
import { context, section } from '../../slack/blocks.ts';
import { escape, lines } from '../../slack/escape.ts';
import { say } from './texts.ts';

/** Explains Mantra as it is: every habit says its own part. */
export async function showHelp(deps: Deps, turn: Turn) {
  const t = say(turn.lang);
  const habits = deps.features.flatMap((feature) => feature.help?.(turn.lang) ?? []);
  const parts = habits.map(({ title, says, words }) =>
    lines(t.habit(escape(title), escape(says)), ...words.map(({ type, does }) => t.word(escape(type), escape(does)))),
  );
  await turn.reply({
    text: t.intro,
    blocks: [section(t.intro), ...parts.map((part) => section(part)), context(t.whoSees)],
  });
}

/** What all this is. Comes last in the list. */
export const help: Feature = {
  name: 'help',
  help: (lang) => ({
    title: say(lang).title,
    says: say(lang).says,
    words: [{ type: lang === 'nl' ? '/klant help' : '/customer help', does: say(lang).does }],
  }),
  personal: [],
};
