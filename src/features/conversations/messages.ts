import type { Tx } from '../../db/workspace.ts';
import type { Kind, Put } from '../../delivery/outbox.ts';
import { localDay } from '../../time.ts';
import { personStore } from '../people/index.ts';
import { settingStore } from '../settings/index.ts';
import { type Conversation, conversationStore } from './store.ts';
import { heardStore } from './store-heard.ts';
import { savedMessage, storyMessage } from './views.ts';

/** The confirmation in its author's DM. It follows every change, and goes when the conversation does. */
export const savedKind: Kind = {
  name: 'conversations.saved',
  priority: 1,
  unasked: false,
  window: 'always',
  until: () => null,
  async render(deps, tx, { recipient, subject }) {
    const conversation = await conversationStore(tx).find(subject);
    const person = await personStore(tx).find(recipient);
    if (!conversation || !person) return 'no longer needed';
    const [channel = null] = await conversationStore(tx).placesOf(storyKind.name, subject);
    return savedMessage(conversation, person.lang, channel, localDay(deps.clock.now(), person.zone));
  },
};

/** A shared conversation in the stories channel, in that channel's language. */
export const storyKind: Kind = {
  name: 'conversations.story',
  priority: 1,
  unasked: false,
  window: 'always',
  until: () => null,
  async render(deps, tx, { recipient, subject }) {
    const shared = await heardStore(tx).find(subject, 'everyone');
    if (!shared) return 'no longer needed';
    return storyMessage(shared, await settingStore(tx).channelLang(recipient, deps.workspace.lang));
  },
};

/** Whether the story of one of these can't be posted at the moment. */
export const storyWaits = (tx: Tx, conversations: readonly Conversation[]): Promise<boolean> =>
  conversationStore(tx).anyWaits(
    storyKind.name,
    conversations.map(({ id }) => id),
  );

/** The confirmation of a conversation, due at once. */
export const savedPut = ({ id, userId }: Conversation, dueAt: Date, zone: string): Put => ({
  kind: savedKind,
  recipient: userId,
  subject: id,
  dueAt,
  zone,
});

/** The story of a conversation in a channel, due at once. `zone` is the house's. */
export const storyPut = ({ id }: Pick<Conversation, 'id'>, channel: string, dueAt: Date, zone: string): Put => ({
  kind: storyKind,
  recipient: channel,
  subject: id,
  dueAt,
  zone,
});
