import { withOwnKeys } from './own-keys.ts';
import type {
  Attachment,
  Block,
  ChannelKind,
  InputValues,
  Json,
  JsonObject,
  Organisation,
  ProfileField,
  Reaction,
  Seed,
  SeedGroup,
  SeedPerson,
  Text,
} from './types.ts';

/** A conversation as Slack keeps it. */
export type StoredChannel = {
  id: string;
  name: string;
  kind: ChannelKind;
  members: string[];
  archived: boolean;
  sharedWith: string[];
  topic: string;
  /** Seconds, of the turned clock. */
  created: number;
};

/** A message as Slack keeps it. */
export type StoredMessage = {
  ts: string;
  channel: string;
  user: string;
  /** Posted by the app. */
  byApp: boolean;
  text: string;
  blocks: Block[];
  metadata?: JsonObject;
  threadTs?: string;
  editedTs?: string;
  /** Slack says it itself: about whoever came or went, or where a message was that has answers. */
  subtype?: 'channel_join' | 'channel_leave' | 'tombstone';
  /** Stands in the conversation too, not only in its thread. */
  broadcast?: boolean;
  attachments?: Attachment[];
  /** Ids. */
  files?: string[];
  reactions?: Reaction[];
};

/** A file as Slack keeps it; without bytes until the app has sent them. */
export type StoredFile = {
  id: string;
  user: string;
  name: string;
  title: string;
  mimetype: string;
  /** Bytes. */
  size: number;
  /** Seconds, of the turned clock. */
  created: number;
  /** Base64. */
  content?: string;
  altText?: string;
  /** Ids of the conversations that it was shared in. */
  sharedIn: string[];
  /** Somebody has sent it to the app with a form. */
  givenToApp?: true;
  /** Its bytes are gone. */
  deleted?: true;
};

/** A modal or a Home tab as Slack keeps it. */
export type StoredView = {
  id: string;
  type: 'modal' | 'home';
  userId: string;
  hash: string;
  callbackId: string;
  externalId: string;
  privateMetadata: string;
  title?: Text;
  submit?: Text;
  close?: Text;
  blocks: Block[];
  notifyOnClose: boolean;
  clearOnClose: boolean;
  rootId: string;
  /** The conversation somebody was looking at when it was opened. */
  openedIn?: string;
  previousId: string | null;
  /** What stands in its inputs. Kept across updates for the same block_id and action_id. */
  values: InputValues;
  /** By block_id, until the next submit. */
  errors: Record<string, string>;
};

/** Everything that survives a restart. Plain JSON; whoever changes it calls `changed()`. */
export type State = {
  version: 1;
  team: { id: string; name: string; domain: string };
  bot: { id: string; botId: string; appId: string; name: string };
  /** Somebody removed the app: its bot token is dead. */
  uninstalled: boolean;
  organisations: Organisation[];
  /** Custom fields of profiles. */
  profileFields: ProfileField[];
  people: Record<string, SeedPerson>;
  channels: Record<string, StoredChannel>;
  /** By channel, oldest first. */
  messages: Record<string, StoredMessage[]>;
  groups: SeedGroup[];
  files: Record<string, StoredFile>;
  views: Record<string, StoredView>;
  /** Open modals by person, the one on top last. */
  stacks: Record<string, string[]>;
  /** The Home tab's view by person. */
  homes: Record<string, string>;
  /** What was chosen in the selects of messages: by person, channel and ts (`messageKey`). */
  chosen: Record<string, InputValues>;
  /** The last ts a person has read, by person and channel. */
  read: Record<string, Record<string, string>>;
  /** Microseconds of the last ts given. */
  lastTs: number;
  /** The last number used in an id. */
  lastId: number;
};

/** The state to begin with: a kept one, or a new one. */
export function restoreOrSeed(seed: Seed | State, appName: string, now: Date): State {
  if (!('version' in seed)) return withOwnKeys(freshState(seed, appName, now));
  const state = withOwnKeys({ ...addedLater(), ...structuredClone(seed) });
  state.bot.name = appName;
  return state;
}

/** What a state kept by an earlier version hasn't got. */
const addedLater = (): Pick<State, 'files' | 'organisations' | 'profileFields' | 'uninstalled'> => ({
  files: {},
  organisations: [],
  profileFields: [],
  uninstalled: false,
});

function freshState(seed: Seed, appName: string, now: Date): State {
  const bot = { id: 'U0APPBOT001', botId: 'B0APPBOT001', appId: 'A0APP000001', name: appName };
  const slackbot = { id: 'USLACKBOT', name: 'slackbot', real_name: 'Slackbot' };
  const appUser = { id: bot.id, name: appName.toLowerCase(), real_name: appName, is_bot: true };
  const people = [...seed.people, slackbot, appUser];
  const created = Math.floor(now.getTime() / 1000);
  return {
    version: 1,
    team: { ...seed.team },
    bot,
    people: Object.fromEntries(people.map((person) => [person.id, { ...person }])),
    channels: Object.fromEntries(seed.channels.map((channel) => [channel.id, storedChannel(channel, bot.id, created)])),
    messages: {},
    groups: structuredClone(seed.groups ?? []),
    ...addedLater(),
    organisations: structuredClone(seed.organisations ?? []),
    profileFields: structuredClone(seed.profile_fields ?? []),
    views: {},
    stacks: {},
    homes: {},
    chosen: {},
    read: {},
    lastTs: 0,
    lastId: 0,
  };
}

/** A conversation as it begins. */
export const storedChannel = (
  channel: Seed['channels'][number],
  botUserId: string,
  created: number,
): StoredChannel => ({
  id: channel.id,
  name: channel.name,
  kind: channel.kind ?? 'public',
  members: [...channel.members, ...(channel.bot ? [botUserId] : [])],
  archived: channel.is_archived ?? false,
  sharedWith: [...(channel.shared_with ?? [])],
  topic: channel.topic ?? '',
  created,
});

/** A copy that later changes don't touch. */
export const dumped = (state: State): State => JSON.parse(JSON.stringify(state)) as State;

/** A value as it would look after a trip through JSON: without what is undefined. */
export const asJson = (value: unknown): Json =>
  value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Json);

/** Under which key it is kept what somebody chose in a message. */
export const messageKey = (userId: string, channel: string, ts: string) => `${userId} ${channel} ${ts}`;
