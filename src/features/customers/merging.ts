import { once } from '../../db/once.ts';
import type { Tx } from '../../db/workspace.ts';
import type { Deps } from '../../deps.ts';
import { UserError } from '../../errors.ts';
import { tell } from '../../news.ts';
import type { Turn } from '../../slack/action.ts';
import { input, section } from '../../slack/blocks.ts';
import { escape } from '../../slack/escape.ts';
import type { ModalListener } from '../../slack/modal.ts';
import { type Modal, modalView } from '../../slack/view.ts';
import type { Lang } from '../../texts.ts';
import { aboutCustomer, customerOf, mergeForm } from './facts-form.ts';
import { changer, known } from './facts-handlers.ts';
import { type Facts, isKeeper } from './facts-rules.ts';
import { noticeView } from './facts-views.ts';
import { whomOf } from './rules.ts';
import { mergeStore } from './store-merge.ts';
import { say } from './texts.ts';
import { customerSelect } from './views.ts';

/** Asks of which customer this one is a double. */
export async function openMerge({ db }: Deps, turn: Turn, { id }: { id: string }) {
  const facts = await db.run((tx) => known(tx, id, turn));
  if (!isKeeper(changer(turn), facts)) throw new UserError(say(turn.lang).keepersOnly);
  await turn.update(mergeView(facts, turn.lang));
}

/** Makes one of two. It can't be undone, so whoever does it keeps both. */
export const mergeListener: ModalListener = {
  id: mergeForm.id,
  by: 'member',
  async submit(deps, turn, view) {
    const t = say(turn.lang);
    const read = mergeForm.read(view, turn.lang);
    if (!read.ok) return { errors: read.errors };
    return deps.db.run(async (tx) => {
      const double = await known(tx, customerOf(view), turn);
      const chosen = await chosenIn(tx, read.fields.whom, turn);
      const problem = chosen ? problemOf(double, chosen, turn) : t.mergeUnknown;
      if (!chosen || problem) return { errors: { whom: problem ?? t.mergeUnknown } };
      const first = await once(tx, turn.requestId, deps.clock.now());
      if (first && !(await mergeStore(tx).merge(double.id, chosen.id, deps.clock.now()))) throw new UserError(t.gone);
      if (first) await tell(deps, tx, { is: 'retold', customerId: chosen.id });
      return { update: noticeView(t.merged(escape(double.name), escape(chosen.name)), turn.lang) };
    });
  },
};

/** Undefined: a name to add, or nobody any more. */
async function chosenIn(tx: Tx, option: string, turn: Turn): Promise<Facts | undefined> {
  const whom = whomOf(option);
  return 'id' in whom ? known(tx, whom.id, turn) : undefined;
}

function problemOf(double: Facts, chosen: Facts, turn: Turn): string | undefined {
  const t = say(turn.lang);
  if (chosen.id === double.id) return t.mergeSame;
  if (chosen.sort !== double.sort) return t.mergeSorts;
  return [double, chosen].every((one) => isKeeper(changer(turn), one)) ? undefined : t.mergeKeepers;
}

function mergeView({ id, name }: Facts, lang: Lang): Modal {
  const t = say(lang);
  const element = customerSelect(t.lookUpPlaceholder, undefined, lang);
  const modal = modalView({
    id: mergeForm.id,
    title: t.mergeTitle,
    submit: t.merge,
    close: t.cancel,
    blocks: [section(t.mergeAsk(escape(name))), input({ id: 'whom', label: t.mergeWhom, element })],
  });
  return { ...modal, private_metadata: aboutCustomer(id) };
}
