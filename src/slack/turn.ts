import { ErrorCode, type RespondFn } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Admitted } from '../admission.ts';
import type { Message } from '../delivery/outbox.ts';
import type { OpenView, Turn } from './action.ts';
import { section } from './blocks.ts';
import { say } from './texts.ts';
import { type Modal, modalView } from './view.ts';

/** Where a request came from, and the means it brought to answer it. */
export type Origin = {
  who: Admitted;
  slack: WebClient;
  requestId: string;
  triggerId: string;
  respond?: RespondFn | undefined;
  view?: OpenView | undefined;
  message?: { channel: string; ts: string } | undefined;
};

/** A turn whose answers reach this person alone: below where they typed, or, from Home or a form, as a small modal. */
export function turnOf({ who, slack, requestId, triggerId, respond, view, message }: Origin): Turn {
  const show = (modal: Modal): Promise<unknown> => {
    if (view?.type !== 'modal') return slack.views.open({ trigger_id: triggerId, view: modal });
    return isTopmost(view)
      ? slack.views.update({ view_id: view.id, hash: view.hash, view: modal })
      : slack.views.push({ trigger_id: triggerId, view: modal });
  };
  return {
    ...who,
    requestId,
    ...(view && { view }),
    ...(message && { message }),
    open: async (modal) => void (await show(modal)),
    update: async (modal) => {
      if (view) await slack.views.update({ view_id: view.id, hash: view.hash, view: modal });
    },
    reply: async (answer) => {
      if (respond) await answerBelow(respond, answer);
      else await show(notice(answer, who));
    },
  };
}

/** Three modals fit on each other (docs.slack.dev/surfaces/modals): the third stands on one that isn't at the bottom. */
const isTopmost = ({ previous_view_id: below, root_view_id: bottom }: OpenView) => Boolean(below && below !== bottom);

/** An answer only they see, below what they typed or clicked; without charts where Slack refuses them. */
async function answerBelow(respond: RespondFn, answer: Message) {
  const send = (blocks: Message['blocks']) =>
    respond({
      response_type: 'ephemeral',
      replace_original: false,
      text: answer.text,
      ...(blocks.length > 0 && { blocks: blocks as KnownBlock[] }),
      unfurl_links: false,
    });
  await send(answer.blocks).catch((error: unknown) => {
    if (!answer.plain || !isRefusal(error)) throw error;
    return send(answer.plain);
  });
}

/** Slack answered, and said no; a lost answer may be shown already. */
const isRefusal = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === ErrorCode.RespondError;

const notice = ({ text, blocks, plain }: Message, { lang }: Admitted): Modal =>
  modalView({
    id: 'notice',
    title: say(lang).noticeTitle,
    close: say(lang).close,
    blocks: blocks.length > 0 ? (plain ?? blocks) : [section(text)],
  });
