import type { Button } from '@slack/types';
import { z } from 'zod';
import type { Tx } from '../../db/workspace.ts';
import type { Deps } from '../../deps.ts';
import { UserError } from '../../errors.ts';
import type { HomeSection, TypedText } from '../../feature.ts';
import type { Turn } from '../../slack/action.ts';
import { localDay } from '../../time.ts';
import { firstEntry, type Reader } from './menu.ts';
import { draftStore } from './store.ts';
import { say } from './texts.ts';
import { draftIdOf, readTyped } from './typed.ts';
import { ASIDE, type Aside, asideBlocks, asideMessage, menuMessage } from './views.ts';

/** How many of them Home shows. */
const AT_HOME = 5;

const fields = z.object({ text: z.string(), keptOn: z.iso.date() });

/**
 * A complaint, question or decision, which no habit takes yet: says so honestly, and puts the text aside. Its author has
 * said what it is, which is what saves it; it stands on Home rather than in a form, for there is none.
 */
export async function putAside(deps: Deps, turn: Turn, { what, from }: { what: Aside; from: TypedText }) {
  const t = say(turn.lang);
  const text = (await readTyped(deps, turn, from)).trim();
  const { userId, zone } = turn.person;
  const now = deps.clock.now();
  const id = from && text ? draftIdOf(from, userId) : undefined;
  const log = await deps.db.run(async (tx) => {
    if (id)
      await draftStore(tx).putAside({ id, userId, kind: what, fields: { text, keptOn: localDay(now, zone) }, now });
    return firstEntry(deps, tx, { ...turn, now }, id ? { draftId: id } : null);
  });
  const buttons = log ? [log] : [];
  await turn.reply(id ? asideMessage(turn.lang, { id, what, text, buttons }) : menuMessage(buttons, t.notYet[what]));
}

/** Takes a text away from those put aside. */
export async function discard(deps: Deps, turn: Turn, { id }: { id: string }) {
  const t = say(turn.lang);
  const { count } = await deps.db.run((tx) => draftStore(tx).close(id, turn.person.userId));
  if (count === 0) throw new UserError(t.goneAlready);
  if (!turn.view) await turn.reply({ text: t.thrownAway, blocks: [] });
}

/** What somebody put aside, on their Home. */
export const asideHome: HomeSection = async (deps, tx, { person, lang }) => {
  const rows = await draftStore(tx).aside(person.userId, ASIDE);
  if (rows.length === 0) return undefined;
  const shown = [];
  for (const { id, kind, fields: kept } of rows.slice(0, AT_HOME)) {
    const buttons = await logEntry(deps, tx, { person, lang, now: deps.clock.now() }, id);
    shown.push({ id, what: z.enum(ASIDE).parse(kind), ...fields.parse(kept), buttons });
  }
  return asideBlocks(lang, shown, rows.length - shown.length);
};

async function logEntry(deps: Deps, tx: Tx, who: Reader, draftId: string): Promise<Button[]> {
  const log = await firstEntry(deps, tx, who, { draftId });
  return log ? [log] : [];
}
