import type {
  Block,
  Slack,
  VisibleAnswered,
  VisibleFile,
  VisibleMessage,
  VisibleView,
  Visitor,
} from '../../core/types.ts';
import type { PageFile, PageMessage, PageState, PageThread, PageThreadEntry, PageView } from '../contract.ts';

/** The end of a conversation as the page shows it. */
export function openOf(slack: Slack, visitor: Visitor, id: string, newest: number): PageState<Block>['open'] {
  const { messages, earlier, readUpTo } = visitor.page(id, newest);
  return { id, messages: messages.map((message) => messageOf(slack, message)), earlier, readUpTo };
}

/** A thread as the page shows it; without messages where there is none. */
export const threadOf = (slack: Slack, visitor: Visitor, id: string, ts: string): PageThread<Block> => ({
  ts,
  messages: visitor.thread(id, ts).map((message) => messageOf(slack, message)),
});

/** The threads somebody is in. */
export const threadListOf = (slack: Slack, visitor: Visitor): PageThreadEntry<Block>[] =>
  visitor.threads().map(({ channel, parent, newest, unread }) => ({
    channel,
    parent: messageOf(slack, parent),
    newest: newest.map((message) => messageOf(slack, message)),
    unread,
  }));

type Seen = VisibleMessage & Partial<Pick<VisibleAnswered, 'repliers' | 'latestReply'>>;

const messageOf = (slack: Slack, message: Seen): PageMessage<Block> => ({
  channel: message.channel,
  ts: message.ts,
  author: message.name,
  authorId: message.userId,
  fromApp: message.userId === slack.botUserId,
  ...(message.team && { organisation: message.team }),
  text: message.text,
  blocks: message.blocks,
  attachments: message.attachments,
  files: message.files.map(fileOf),
  reactions: message.reactions,
  values: message.chosen,
  ephemeral: message.ephemeral,
  edited: message.edited,
  ...(message.threadTs && message.threadTs !== message.ts && { threadTs: message.threadTs }),
  broadcast: message.broadcast,
  replies: message.replies,
  repliers: message.repliers ?? [],
  ...(message.latestReply && { latestReply: message.latestReply }),
});

/** The page has no token, so that it has an address of its own for every file. */
const fileOf = ({ id, name, title, mimetype, size }: VisibleFile): PageFile => ({
  id,
  name,
  title,
  mimetype,
  size,
  url: `/page/file/${id}`,
});

/** A modal or Home tab as the page shows it. */
export const viewOf = ({
  id,
  callbackId,
  title,
  submit,
  close,
  blocks,
  values,
  errorsById,
}: VisibleView): PageView<Block> => ({
  id,
  callbackId,
  title,
  ...(submit && { submit: submit.text }),
  close: close?.text ?? 'Cancel',
  blocks,
  values,
  errors: errorsById,
});
