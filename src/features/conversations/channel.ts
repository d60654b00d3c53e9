import { z } from 'zod';
import type { Tx } from '../../db/workspace.ts';
import type { Kind } from '../../delivery/outbox.ts';
import type { Deps } from '../../deps.ts';
import type { Due, EventListener } from '../../feature.ts';
import { channelLink, section } from '../../slack/blocks.ts';
import { DAYTIME, type Person, type PersonStore, personStore } from '../people/index.ts';
import { type SettingStore, settingStore } from '../settings/index.ts';
import { storyKind, storyPut } from './messages.ts';
import { type ConversationStore, conversationStore } from './store.ts';
import { say } from './texts.ts';

const inChannel = z.object({ channel: z.string() });

/** It takes messages again: archived no more, or we were invited. What waited for it goes out, and the alarm goes. */
async function mended(deps: Deps, event: Record<string, unknown>) {
  const { data } = inChannel.safeParse(event);
  if (!data) return;
  await deps.db.run(async (tx) => {
    await deps.outbox.retry(tx, data.channel);
    await deps.outbox.withdraw(tx, { kind: troubleKind, subject: closed(data.channel) });
  });
}

/** It doesn't take messages any more: admins hear it before anybody's story waits. */
async function broken(deps: Deps, event: Record<string, unknown>) {
  await tellAdmins(deps, event, 'closed');
}

/** Customers' words stay in the house: a channel that others can read is no channel for stories any more. */
async function sharedOutside(deps: Deps, event: Record<string, unknown>) {
  if (!(await tellAdmins(deps, event, 'shared'))) return;
  const change = { by: 'slack', at: deps.clock.now(), id: deps.ids.uuid() };
  await deps.db.run((tx) => settingStore(tx).set('storiesChannel', null, change));
}

/** True where the event was about the stories channel. */
async function tellAdmins(deps: Deps, event: Record<string, unknown>, what: 'closed' | 'shared'): Promise<boolean> {
  const { data } = inChannel.safeParse(event);
  return deps.db.run(async (tx) => {
    const { storiesChannel } = await settingStore(tx).all();
    if (!data || data.channel !== storiesChannel) return false;
    const dueAt = deps.clock.now();
    const subject = what === 'closed' ? closed(data.channel) : `shared:${data.channel}:${dueAt.getTime()}`;
    await deps.outbox.put(tx, alarmsTo(await personStore(tx).admins(), subject, dueAt));
    return true;
  });
}

/** One alarm as long as it lasts, however many stories wait: it is withdrawn when the channel is mended. */
const closed = (channel: string) => `closed:${channel}`;

const alarmsTo = (admins: readonly Pick<Person, 'userId' | 'zone'>[], subject: string, dueAt: Date) =>
  admins.map(({ userId, zone }) => ({ kind: troubleKind, recipient: userId, subject, dueAt, zone }));

/** What the rules ask of a transaction. */
type Stores = {
  settings(tx: Tx): Pick<SettingStore, 'all'>;
  people(tx: Tx): Pick<PersonStore, 'admins'>;
  conversations(tx: Tx): Pick<ConversationStore, 'heldElsewhere' | 'heldIn'>;
};

/** A story that waits for a channel that admins have replaced goes to the new one. */
export const rerouteRule = ({ settings, conversations }: Stores): Due => ({
  name: 'conversations.reroute',
  mayBe: () => true,
  async rows(deps, tx, now) {
    const { storiesChannel } = await settings(tx).all();
    if (!storiesChannel) return [];
    const astray = await conversations(tx).heldElsewhere(storyKind.name, storiesChannel);
    for (const { id, channel } of astray)
      await deps.outbox.withdraw(tx, { kind: storyKind, subject: id, recipient: channel });
    return astray.map(({ id }) => storyPut({ id }, storiesChannel, now, deps.workspace.zone));
  },
});

/** A story that is held without any event telling why: admins hear it once. */
export const troubleRule = ({ people, conversations }: Stores): Due => ({
  name: 'conversations.trouble',
  mayBe: () => true,
  async rows(_deps, tx, now) {
    const held = await conversations(tx).heldIn(storyKind.name);
    const admins = held.length > 0 ? await people(tx).admins() : [];
    return held.flatMap((channel) => alarmsTo(admins, closed(channel), now));
  },
});

const DATABASE: Stores = { settings: settingStore, people: personStore, conversations: conversationStore };

export const rerouteDue = rerouteRule(DATABASE);
export const troubleDue = troubleRule(DATABASE);

/** Nightly: an alarm goes where nothing waits any more, in case nobody told us that the channel is mended. */
export async function forgetTrouble({ db, outbox }: Deps): Promise<void> {
  await db.run(async (tx) => {
    const held = await conversationStore(tx).heldIn(storyKind.name);
    const standing = await conversationStore(tx).alarms(troubleKind.name);
    for (const subject of standing.filter((subject) => !held.some((channel) => subject === closed(channel))))
      await outbox.withdraw(tx, { kind: troubleKind, subject });
  });
}

/** What an admin hears when the stories channel no longer takes messages, once per incident. */
export const troubleKind: Kind = {
  name: 'conversations.trouble',
  priority: 2,
  unasked: false,
  window: DAYTIME,
  until: (dueAt) => new Date(dueAt.getTime() + 4 * 24 * 3_600_000),
  async render(_deps, tx, { recipient, subject }) {
    const person = await personStore(tx).find(recipient);
    const [what, channel = ''] = subject.split(':');
    if (!person?.admin) return 'no longer needed';
    const t = say(person.lang);
    const text = (what === 'shared' ? t.sharedOutside : t.trouble)(channelLink(channel));
    return { text, blocks: [section(text)] };
  },
};

/** What happens to the stories channel. */
export const channelEvents: readonly EventListener[] = [
  { type: 'channel_archive', run: broken },
  { type: 'group_archive', run: broken },
  {
    type: 'member_left_channel',
    run: async (deps, event) => {
      if (event.user === deps.workspace.botUserId) await broken(deps, event);
    },
  },
  { type: 'channel_shared', run: sharedOutside },
  { type: 'channel_unarchive', run: mended },
  { type: 'group_unarchive', run: mended },
  {
    type: 'member_joined_channel',
    run: async (deps, event) => {
      if (event.user === deps.workspace.botUserId) await mended(deps, event);
    },
  },
];
