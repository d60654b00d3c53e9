import { z } from 'zod';
import type { Kind } from '../../delivery/outbox.ts';
import type { Deps } from '../../deps.ts';
import type { TypedText } from '../../feature.ts';
import { tell } from '../../news.ts';
import type { Turn } from '../../slack/action.ts';
import { escape } from '../../slack/escape.ts';
import { meet, personStore } from '../people/index.ts';
import { entries } from './menu.ts';
import { say } from './texts.ts';
import { keepTyped } from './typed.ts';
import { menuMessage } from './views.ts';

const menuFor = (deps: Deps, turn: Turn, from: TypedText) =>
  deps.db.run((tx) => entries(deps, tx, { ...turn, now: deps.clock.now() }, from));

/** A bare command: what is it about? */
export const showMenu = async (deps: Deps, turn: Turn) =>
  turn.reply(menuMessage(await menuFor(deps, turn, null), say(turn.lang).whatIsIt));

/** A word nobody knows is never an error: the whole text is kept, and the person says what it is. */
export async function keepUnknown(deps: Deps, turn: Turn, text: string) {
  const from = await keepTyped(deps, turn, text);
  const { keptWord, kept } = say(turn.lang);
  const oneWord = !/\s/.test(text.trim());
  await turn.reply(menuMessage(await menuFor(deps, turn, from), oneWord ? keptWord(escape(text)) : kept, text));
}

const typedToUs = z.object({
  user: z.string(),
  channel: z.string(),
  channel_type: z.literal('im'),
  ts: z.string(),
  text: z.string().default(''),
  subtype: z.enum(['file_share', 'thread_broadcast', 'me_message']).optional(),
  bot_id: z.undefined().optional(),
});

/** Somebody wrote to Mantra (61). The answer goes through the outbox; of the text nothing is stored. */
export async function answerTyped(deps: Deps, event: Record<string, unknown>) {
  const { data } = typedToUs.safeParse(event);
  if (!data) return;
  const person = await meet(deps, data.user);
  if (!person?.member) return;
  const subject = `${data.channel}:${data.ts}:${data.text.trim() ? 'text' : 'empty'}`;
  const answer = { kind: typedAnswer, recipient: data.user, subject, dueAt: deps.clock.now(), zone: person.zone };
  await deps.db.run(async (tx) => {
    await tell(deps, tx, { is: 'acted', userId: data.user });
    await deps.outbox.put(tx, [answer]);
  });
}

/** "What is it?" below a text somebody wrote to us. */
export const typedAnswer: Kind = {
  name: 'drafts.typed',
  priority: 1,
  unasked: false,
  window: 'always',
  until: (dueAt) => new Date(dueAt.getTime() + 3_600_000),
  async render(deps, tx, { recipient, subject }) {
    const person = await personStore(tx).find(recipient);
    if (!person) return 'no longer needed';
    const [channel = '', ts = '', content] = subject.split(':');
    const t = say(person.lang);
    const from = content === 'text' ? { channel, ts } : null;
    const who = { person, lang: person.lang, now: deps.clock.now() };
    return menuMessage(await entries(deps, tx, who, from), from ? t.kept : t.noText);
  },
};
