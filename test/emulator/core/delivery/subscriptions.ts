import type { SlackEvent } from '@slack/types';

/** Events that somebody can subscribe to: what the SDK knows, with messages told apart by where they stand. */
type EventName =
  | Exclude<SlackEvent['type'], 'message' | 'app_rate_limited'>
  | 'message.channels'
  | 'message.groups'
  | 'message.im'
  | 'message.mpim';

const CHANNELS = ['channels:read'];
const GROUPS = ['groups:read'];
const EITHER = ['channels:read', 'groups:read'];
const USERS = ['users:read'];
const TEAM = ['team:read'];
const FILES = ['files:read'];
const SUBTEAMS = ['usergroups:read'];
const METADATA = ['metadata.message:read'];
const CONNECT = ['conversations.connect:read', 'conversations.connect:manage'];

/** Scopes of which an event needs one; none: it needs none. */
const NEEDS: Record<EventName, readonly string[]> = {
  agent_session_stopped: [],
  agent_session_title_changed: [],
  app_context_changed: [],
  app_deleted: ['admin.apps:read'],
  app_home_opened: [],
  app_installed: ['admin.apps:read'],
  app_mention: ['app_mentions:read'],
  app_requested: ['admin.apps:read'],
  app_uninstalled: [],
  app_uninstalled_team: ['admin.apps:read'],
  assistant_thread_context_changed: ['assistant:write'],
  assistant_thread_started: ['assistant:write'],
  call_rejected: ['calls:read'],
  channel_archive: CHANNELS,
  channel_created: CHANNELS,
  channel_deleted: CHANNELS,
  channel_history_changed: ['channels:history'],
  channel_id_changed: EITHER,
  channel_left: CHANNELS,
  channel_rename: CHANNELS,
  channel_shared: EITHER,
  channel_unarchive: CHANNELS,
  channel_unshared: EITHER,
  dnd_updated: ['dnd:read'],
  dnd_updated_user: ['dnd:read'],
  email_domain_changed: TEAM,
  emoji_changed: ['emoji:read'],
  entity_details_requested: [],
  file_change: FILES,
  file_comment_deleted: FILES,
  file_created: FILES,
  file_deleted: FILES,
  file_public: FILES,
  file_shared: FILES,
  file_unshared: FILES,
  function_executed: [],
  grid_migration_finished: [],
  grid_migration_started: [],
  group_archive: GROUPS,
  group_close: GROUPS,
  group_deleted: GROUPS,
  group_history_changed: ['groups:history'],
  group_left: GROUPS,
  group_open: GROUPS,
  group_rename: GROUPS,
  group_unarchive: GROUPS,
  im_close: ['im:read'],
  im_created: ['im:read'],
  im_history_changed: ['im:history'],
  im_open: ['im:read'],
  invite_requested: ['admin.invites:read'],
  link_shared: ['links:read'],
  member_joined_channel: EITHER,
  member_left_channel: EITHER,
  'message.channels': ['channels:history'],
  'message.groups': ['groups:history'],
  'message.im': ['im:history'],
  'message.mpim': ['mpim:history'],
  message_metadata_deleted: METADATA,
  message_metadata_posted: METADATA,
  message_metadata_updated: METADATA,
  pin_added: ['pins:read'],
  pin_removed: ['pins:read'],
  reaction_added: ['reactions:read'],
  reaction_removed: ['reactions:read'],
  shared_channel_invite_accepted: CONNECT,
  shared_channel_invite_approved: CONNECT,
  shared_channel_invite_declined: CONNECT,
  shared_channel_invite_received: CONNECT,
  shared_channel_invite_requested: CONNECT,
  star_added: ['stars:read'],
  star_removed: ['stars:read'],
  subteam_created: SUBTEAMS,
  subteam_members_changed: SUBTEAMS,
  subteam_self_added: SUBTEAMS,
  subteam_self_removed: SUBTEAMS,
  subteam_updated: SUBTEAMS,
  team_access_granted: [],
  team_access_revoked: [],
  team_domain_change: TEAM,
  team_join: USERS,
  team_rename: TEAM,
  tokens_revoked: [],
  user_change: USERS,
  user_huddle_changed: USERS,
  user_profile_changed: USERS,
  user_status_changed: USERS,
  workflow_deleted: [],
  workflow_published: [],
  workflow_step_deleted: [],
  workflow_step_execute: [],
  workflow_unpublished: [],
};

/** An event by the name that a manifest subscribes to it with. */
export type Subscription = {
  name: string;
  /** It is delivered only with one of them; none: it needs none. */
  scopes: readonly string[];
  /** Slack's page about it. */
  docs: string;
};

/** Everything an app can subscribe to, by name. */
export const SUBSCRIPTIONS: ReadonlyMap<string, Subscription> = new Map(
  Object.entries(NEEDS).map(([name, scopes]) => [
    name,
    { name, scopes, docs: `https://docs.slack.dev/reference/events/${name}` },
  ]),
);
