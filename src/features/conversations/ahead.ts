import type { SectionBlock } from '@slack/types';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { OpenView, Turn } from '../../slack/action.ts';
import { saidBelow } from '../../slack/beside.ts';
import { type AnyBlock, section } from '../../slack/blocks.ts';
import { answers, formIds } from '../../slack/modal.ts';
import { type Modal, modalView } from '../../slack/view.ts';
import type { Lang } from '../../texts.ts';
import { type ConversationKind, KINDS } from '../settings/index.ts';
import { INITIATIVES, LEVELS } from './rules.ts';
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

/** What somebody typed of a conversation that is still to come. */
export type Ahead = {
  /** An option of the customer select. */
  whom: string | null;
  kind: ConversationKind | null;
  on: string | null;
  /** All their own words, field by field. */
  words: string[];
  /** What they chose besides, as they read it. */
  chosen: string[];
  /** Slack user ids of who else would be there. */
  companions: string[];
  minutes: number | null;
};

/** Reads the open form as it is: what can't be read isn't there. */
export function aheadIn({ state }: Pick<OpenView, 'state'>, lang: Lang): Ahead {
  const t = say(lang);
  const typed = openForm.parse(answers(state));
  const { whom, how, when, learned, need, said, initiative, level, companions, minutes } = typed;
  return {
    whom: whom ?? null,
    kind: how,
    on: when,
    words: [learned, need, said].flatMap((text) => text?.trim() || []),
    chosen: [...(initiative ? [t.initiatives[initiative]] : []), ...(level ? [t.levels[level]] : [])],
    companions,
    minutes,
  };
}

const openForm = z.object({
  whom: z.string().nullish(),
  how: z.enum(KINDS).nullable().catch(null),
  when: z.iso.date().nullable().catch(null),
  learned: z.string().nullish(),
  need: z.string().nullish(),
  said: z.string().nullish(),
  initiative: z.enum(INITIATIVES).nullable().catch(null),
  level: z.enum(LEVELS).nullable().catch(null),
  companions: z.array(z.string()).catch([]),
  minutes: z.coerce.number().int().min(1).nullable().catch(null),
});
