import type { Deps } from '../../deps.ts';
import type { Turn } from '../../slack/action.ts';
import { type AnyBlock, section } from '../../slack/blocks.ts';
import { fieldOf, formIds } from '../../slack/modal.ts';
import { type Modal, modalView } from '../../slack/view.ts';
import { say } from './texts.ts';

const OFFER = 'ahead';

/**
 * The same form, with an offer beside a day that is still to come: to make it a plan. Slack keeps everything that was
 * typed. Undefined where no habit has such an offer.
 */
export function offerPlan({ features }: Deps, { view, lang }: Turn): Modal | undefined {
  const [offer] = features.flatMap(({ ahead }) => ahead ?? []);
  if (!offer || !view) return undefined;
  const t = say(lang);
  const asked: AnyBlock = { ...section(t.futurePlan, offer(lang)), block_id: OFFER };
  const blocks = (view.blocks as AnyBlock[]).flatMap((block) => {
    const id = 'block_id' in block ? (block.block_id ?? '') : '';
    return id === OFFER ? [] : fieldOf(id) === 'when' ? [block, asked] : [block];
  });
  const { draftId } = formIds(view);
  return modalView({ id: view.callback_id, title: t.title, submit: t.save, close: t.cancel, draftId, blocks });
}
