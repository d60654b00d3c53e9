import type { ModalView } from '@slack/types';
import type { AnyBlock } from './blocks.ts';
import { MAX, plain } from './blocks.ts';

/** A modal as we make it: `callback_id` says whose it is, `private_metadata` which draft it fills. */
export type Modal = ModalView;

type Parts = {
  id: string;
  title: string;
  submit?: string;
  close: string;
  blocks: AnyBlock[];
  /** The draft behind a form; without one nothing is remembered and closing it tells nobody. */
  draftId?: string;
  /** The id of what the form changes, where it changes something that exists. */
  about?: string;
};

/** Puts a modal together. With a draft, Slack tells us when it is closed, so that the draft can go. */
export const modalView = ({ id, title, submit, close, blocks, draftId, about }: Parts): Modal => ({
  type: 'modal',
  callback_id: id,
  title: plain(title, MAX.modalTitle),
  close: plain(close, MAX.modalTitle),
  ...(submit && { submit: plain(submit, MAX.modalTitle) }),
  blocks: blocks as ModalView['blocks'],
  ...(draftId && { private_metadata: JSON.stringify({ draftId, about }), notify_on_close: true }),
});
