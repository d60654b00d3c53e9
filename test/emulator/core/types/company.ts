import type { ChannelKind, Organisation, SeedChannel, SeedGroup, SeedPerson } from './seed.ts';

/** Everybody, and what happens to them; the app hears of it where it has subscribed. */
export type People = {
  all(): readonly SeedPerson[];
  find(userId: string): SeedPerson | undefined;
  /** The other organisation somebody belongs to; undefined for the workspace's own. */
  organisationOf(userId: string): Organisation | undefined;
  /** Somebody's status now, both empty when there is none or it has run out. */
  statusOf(userId: string): { emoji: string; text: string };
  /** Fires user_change, and what else fits: user_profile_changed, user_status_changed, dnd_updated_user. */
  change(userId: string, fields: PersonChange): void;
  /** Fires team_join. */
  join(person: SeedPerson): void;
  /** Deactivates; fires user_change. */
  leave(userId: string): void;
};

/** What may change about somebody; a field that is `undefined` becomes absent. */
export type PersonChange = { [K in keyof Omit<SeedPerson, 'id'>]?: SeedPerson[K] | undefined };

/** User groups, and what happens to them; the app hears of it where it has subscribed. */
export type Groups = {
  all(): readonly SeedGroup[];
  /** Fires subteam_created. */
  create(group: SeedGroup): void;
  /** Fires subteam_updated, and subteam_members_changed when the members did. */
  change(groupId: string, fields: Partial<Omit<SeedGroup, 'id'>>): void;
  /** Disables it, as Slack does instead of deleting; fires subteam_updated. */
  remove(groupId: string): void;
};

/** Channels as the workspace's people run them; the app hears of it where it has subscribed and can see them. */
export type Channels = {
  all(): readonly VisibleChannel[];
  /** Fires channel_created for a public one. */
  create(channel: SeedChannel): void;
  /** Fires channel_rename or group_rename. */
  rename(channelId: string, name: string): void;
  /** Fires channel_archive or group_archive. */
  archive(channelId: string): void;
  unarchive(channelId: string): void;
  /** With all its messages; fires channel_deleted or group_deleted. */
  delete(channelId: string): void;
  /** A person or the bot (`slack.botUserId`) joins or, by `inviter`, is invited; fires member_joined_channel. */
  invite(channelId: string, userId: string, inviter?: string): void;
  /** Fires member_left_channel, and channel_left or group_left when it is the bot. */
  remove(channelId: string, userId: string): void;
  /** Shared with another organisation from now on; fires channel_shared. */
  share(channelId: string, teamId: string): void;
  /** No longer shared with it: its people leave; fires channel_unshared. */
  unshare(channelId: string, teamId: string): void;
  /** The same channel under another id, as when it is shared or converted; fires channel_id_changed. */
  changeId(channelId: string, newId: string): void;
};

export type VisibleChannel = {
  id: string;
  name: string;
  kind: ChannelKind;
  members: readonly string[];
  archived: boolean;
  external: boolean;
  topic: string;
};
