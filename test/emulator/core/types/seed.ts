/** Somebody in the company, with Slack's own flags and names. Absent flags are false. */
export type SeedPerson = {
  /** U… or W… */
  id: string;
  /** The handle, `sanne.devries`. */
  name: string;
  real_name: string;
  title?: string;
  /** Absent: the first word of `real_name`, and the rest. */
  first_name?: string;
  last_name?: string;
  /** Seen by an app with users:read.email. */
  email?: string;
  phone?: string;
  pronouns?: string;
  /** IANA zone; Slack leaves it out for bots. */
  tz?: string;
  /** `nl-NL`; seen by an app only when it asks for it. */
  locale?: string;
  is_admin?: boolean;
  is_owner?: boolean;
  is_primary_owner?: boolean;
  is_bot?: boolean;
  is_workflow_bot?: boolean;
  /** A guest of several channels. */
  is_restricted?: boolean;
  /** A guest of a single channel. */
  is_ultra_restricted?: boolean;
  /** Who invited a guest; a person's id. */
  guest_invited_by?: string;
  /** When a guest's account ends, in seconds since 1970. */
  guest_expiration_ts?: number;
  is_invited_user?: boolean;
  /** Deactivated. */
  deleted?: boolean;
  /** Of another organisation and in no shared channel. */
  is_stranger?: boolean;
  /** Of another organisation when it isn't the workspace's; such people are not in `users.list`. */
  team_id?: string;
  /** Avatar colour, six hex digits. */
  color?: string;
  status_emoji?: string;
  status_text?: string;
  /** Seconds since 1970 on the turned clock, when the status clears itself; absent or 0: never. */
  status_expiration?: number;
  /** The hours without notifications, every day. */
  dnd?: QuietHours;
  /** Absent: active, except for bots and the deactivated. */
  presence?: 'active' | 'away';
  /** When Slack last saw it change, in seconds since 1970; Slack itself notes it. */
  updated?: number;
  /** Values of the workspace's custom profile fields, by field id; a person's id where the field's type is `user`. */
  fields?: Record<string, string>;
};

/** Do not disturb, each day from `start` to `end`, `HH:mm` in the person's own zone; over midnight when it ends earlier. */
export type QuietHours = { enabled: boolean; start: string; end: string };

export type ChannelKind = 'public' | 'private' | 'im' | 'mpim';

export type SeedChannel = {
  id: string;
  /** Without #. Empty for direct messages. */
  name: string;
  kind?: ChannelKind;
  /** User ids. The app is added with `bot: true`. */
  members: string[];
  bot?: boolean;
  is_archived?: boolean;
  /** Team ids of other organisations that share it. */
  shared_with?: string[];
  topic?: string;
};

/** A user group. */
export type SeedGroup = {
  /** S… */
  id: string;
  /** Without @. */
  handle: string;
  name: string;
  description?: string;
  users: string[];
  /** Disabled, in seconds since 1970; absent: in use. */
  date_delete?: number;
  /** Seconds since 1970; absent: since the workspace began. */
  date_create?: number;
  date_update?: number;
};

/** Another organisation, some of whose people share a channel with the workspace. */
export type Organisation = { id: string; name: string; domain: string };

/** A custom profile field of the workspace (docs.slack.dev/reference/methods/team.profile.get). */
export type ProfileField = {
  /** Xf… */
  id: string;
  label: string;
  hint?: string;
  type: 'text' | 'user' | 'date' | 'link' | 'options_list';
  /** Filled by the house's own directory (SCIM) rather than by people. */
  is_scim?: boolean;
  possible_values?: string[];
};

/** Who and what is there at the beginning. USLACKBOT and the app's own bot user come by themselves. */
export type Seed = {
  team: { id: string; name: string; domain: string };
  people: SeedPerson[];
  channels: SeedChannel[];
  groups?: SeedGroup[];
  /** The other organisations by name; one that isn't named is called by its id. */
  organisations?: Organisation[];
  profile_fields?: ProfileField[];
};
