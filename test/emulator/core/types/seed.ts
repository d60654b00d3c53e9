/** The parts of manifest.yml that decide what is allowed and delivered. */
export type Manifest = {
  display_information: { name: string };
  features?: {
    app_home?: { home_tab_enabled?: boolean; messages_tab_enabled?: boolean; messages_tab_read_only_enabled?: boolean };
    bot_user?: { display_name: string };
    slash_commands?: { command: string; description: string; usage_hint?: string }[];
    shortcuts?: { name: string; type: 'global' | 'message'; callback_id: string; description: string }[];
  };
  oauth_config?: { scopes?: { bot?: string[]; bot_optional?: string[] } };
  settings?: { event_subscriptions?: { bot_events?: string[] } };
};

/** Somebody in the company, with Slack's own flags and names. Absent flags are false. */
export type SeedPerson = {
  /** U… or W… */
  id: string;
  /** The handle, `sanne.devries`. */
  name: string;
  real_name: string;
  title?: string;
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
};

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

export type SeedGroup = { id: string; handle: string; name: string; users: string[] };

/** Who and what is there at the beginning. USLACKBOT and the app's own bot user come by themselves. */
export type Seed = {
  team: { id: string; name: string; domain: string };
  people: SeedPerson[];
  channels: SeedChannel[];
  groups?: SeedGroup[];
};
