import { z } from 'zod';
import { once } from '../../db/once.ts';
import type { Kind } from '../../delivery/outbox.ts';
import { outcomeOf } from '../../delivery/outcome.ts';
import type { Deps } from '../../deps.ts';
import { faultOf } from '../../log.ts';
import type { Turn } from '../../slack/action.ts';
import { actions, section } from '../../slack/blocks.ts';
import type { Mrkdwn } from '../../slack/escape.ts';
import { shareFiles, type TextFile, uploadFiles } from '../../slack/files.ts';
import { localDay, plus } from '../../time.ts';
import { conversationStore } from '../conversations/index.ts';
import { personStore } from '../people/index.ts';
import { filesOf } from './files.ts';
import { exportButton } from './page.ts';
import { say } from './texts.ts';

/**
 * Sends somebody all their conversations as files, into their DM. This is the answer to their click and goes out
 * directly: the outbox's rows hold no words and its sender no files. So what a crash may lose is a click, and they were
 * told to click again. Where it fails, that is said through the outbox: by then the click can't be answered any more.
 */
export async function takeAlong(deps: Deps, turn: Turn) {
  const { person, lang } = turn;
  const t = say(lang);
  const own = await deps.db.run(async (tx) => {
    const first = await once(tx, turn.requestId, deps.clock.now());
    return first ? conversationStore(tx).ownOf(person.userId) : undefined;
  });
  if (!own) return;
  if (own.length === 0) return turn.reply({ text: t.none, blocks: [] });
  await turn.reply({ text: t.onTheirWay, blocks: [] });
  const files = filesOf(own, lang, localDay(deps.clock.now(), person.zone));
  await sendFiles(deps, turn, files, t.yourFiles(own.length), 'own');
}

/** Sends somebody files into their DM, with a line above; where it fails, that is said there. `what` they are of. */
export async function sendFiles(
  deps: Deps,
  { person, requestId }: Turn,
  files: readonly TextFile[],
  says: Mrkdwn,
  what: 'own' | 'found',
) {
  const failed = await send(deps, person.userId, files, says);
  if (!failed) return;
  const put = { kind: notSent, recipient: person.userId, subject: `${failed}:${what}:${requestId}` };
  await deps.db.run((tx) => deps.outbox.put(tx, [{ ...put, dueAt: deps.clock.now(), zone: person.zone }]));
}

/**
 * 'refused': they aren't there. 'lost': nobody knows, and sending them again could double them. 'unallowed': this
 * installation is older than the right to send files.
 */
type Failure = 'refused' | 'lost' | 'unallowed';

/** Undefined: they stand there. */
const send = (deps: Deps, userId: string, files: readonly TextFile[], says: Mrkdwn): Promise<Failure | undefined> =>
  uploadFiles(deps, userId, files).then(
    (uploaded) =>
      shareFiles(deps, uploaded, says).then(
        () => undefined,
        (error: unknown) => failureOf(deps, error, 'lost'),
      ),
    (error: unknown) => failureOf(deps, error, 'refused'),
  );

function failureOf({ log }: Deps, error: unknown, inDoubt: Failure): Failure {
  log.warn(faultOf(error), 'files were not sent');
  const outcome = outcomeOf(error, { to: 'person', charts: false });
  if (outcome.is === 'unknown') return inDoubt;
  return outcome.is === 'stopped' && outcome.code === 'missing_scope' ? 'unallowed' : 'refused';
}

/** That somebody's files didn't come, or may not have, and the button once more. */
export const notSent: Kind = {
  name: 'logbook.not-sent',
  priority: 1,
  unasked: false,
  window: 'always',
  until: (dueAt) => plus(dueAt, { hours: 1 }),
  async render(_deps, tx, { recipient, subject }) {
    const person = await personStore(tx).find(recipient);
    if (!person) return 'no longer needed';
    const t = say(person.lang);
    const [failed, what] = subject.split(':');
    const text = t.filesFailed[z.enum(['refused', 'lost', 'unallowed']).parse(failed)];
    // What was found is looked for again where it was; the button here is of one's own.
    const again = what === 'found' ? [] : [actions(exportButton.button(t.takeAlong, null))];
    return { text, blocks: [section(text), ...again] };
  },
};
