import { blocks } from './blocks.ts';
import { boolean, type Check, isObject, like, list, listOf, object, plain, string, typed } from './spec.ts';

/** How many attachments a message may have; with more, Slack says `too_many_attachments`. */
export const MOST_ATTACHMENTS = 100;

const DOCS = 'https://docs.slack.dev';

const common = { private_metadata: string(3000), callback_id: string(255), external_id: string(255) };
const viewBlocks = list(typed(blocks), 100);

/** The blocks of a message, and of an attachment: there may be none. */
export const messageBlocks = list(typed(blocks), 50, 0);

const attachment = object('attachment', {
  doc: `${DOCS}/legacy/legacy-messaging/legacy-secondary-message-attachments`,
  note: 'Slack checks the blocks of an attachment and passes over fields that it does not know',
  fields: { blocks: messageBlocks },
  open: true,
});

export const attachments = list(attachment, MOST_ATTACHMENTS, 0);

/** What of a message is checked by these rules. */
export const message = object('message', {
  doc: `${DOCS}/reference/methods/chat.postMessage`,
  fields: { blocks: messageBlocks, attachments },
  open: true,
});

const submitForInputs: Check = {
  name: 'submit_for_inputs',
  says: 'a `submit` where there is an input block',
  find: ({ submit, blocks: given }, pointer) => {
    const at = listOf(given).findIndex((block) => isObject(block) && block.type === 'input');
    if (submit !== undefined || at < 0) return [];
    const said = 'must define `submit` to use an `input` block in modals';
    return [{ pointer: `${pointer}/blocks/${at}/input`, message: said }];
  },
};

export const modal = object('modal', {
  doc: `${DOCS}/reference/views/modal-views`,
  fields: {
    ...common,
    title: plain(24),
    submit: plain(24),
    close: plain(24),
    clear_on_close: boolean,
    notify_on_close: boolean,
    submit_disabled: boolean,
    app_id: like(/^A[A-Z0-9]+$/),
    blocks: viewBlocks,
  },
  must: ['title', 'blocks'],
  also: [submitForInputs],
});

export const home = object('home', {
  doc: `${DOCS}/reference/views/home-tab-views`,
  fields: { ...common, blocks: viewBlocks },
  must: ['blocks'],
});
