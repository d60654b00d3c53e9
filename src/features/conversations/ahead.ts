import type { SectionBlock } from '@slack/types';
import type { Deps } from '../../deps.ts';
import type { OpenView, Turn } from '../../slack/action.ts';
import { saidBelow } from '../../slack/beside.ts';
import { type AnyBlock, section } from '../../slack/blocks.ts';
import { formIds } from '../../slack/modal.ts';
import { type Modal, modalView } from '../../slack/view.ts';
import type { Lang } from '../../texts.ts';
import { say } from './texts.ts';

const OFFER = 'ahead';

/**
 * The same form, with an offer beside a day that is still to come: to make it a plan. Undefined where no habit has such
 * an offer.
 */
export function offerPlan({ features }: Deps, { view, lang }: Turn): Modal | undefined {
  const [offer] = features.flatMap(({ ahead }) => ahead ?? []);
  if (!offer || !view) return undefined;
  return sameForm(view, lang, 'when', { ...section(say(lang).futurePlan, offer(lang)), block_id: OFFER });
}

/** The form as it is open, with something said below a field. Slack keeps everything that was typed. */
export function sameForm(view: OpenView, lang: Lang, field: string, says: SectionBlock): Modal {
  const t = say(lang);
  const { draftId } = formIds(view);
  const blocks = saidBelow(view.blocks as AnyBlock[], field, says);
  return modalView({ id: view.callback_id, title: t.title, submit: t.save, close: t.cancel, draftId, blocks });
}
