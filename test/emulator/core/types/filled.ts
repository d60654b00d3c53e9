import type { Option, RichText } from '../shapes.ts';

/** A file as the Web API, events and `state.values` show it (docs.slack.dev/reference/objects/file-object). */
export type FileShape = {
  id: string;
  /** Seconds. */
  created: number;
  timestamp: number;
  name: string;
  title: string;
  mimetype: string;
  filetype: string;
  pretty_type: string;
  user: string;
  user_team: string;
  /** Bytes. */
  size: number;
  mode: 'hosted';
  editable: boolean;
  is_external: boolean;
  external_type: string;
  is_public: boolean;
  public_url_shared: boolean;
  display_as_bot: boolean;
  username: string;
  url_private: string;
  url_private_download: string;
  permalink: string;
  channels: string[];
  groups: string[];
  ims: string[];
};

/** What stands in one input, as Slack reports it in `state.values`. */
export type InputValue = {
  type: string;
  value?: string | null;
  selected_option?: Option | null;
  selected_options?: Option[];
  selected_date?: string | null;
  selected_time?: string | null;
  selected_date_time?: number | null;
  selected_user?: string | null;
  selected_users?: string[];
  selected_conversation?: string | null;
  selected_conversations?: string[];
  selected_channel?: string | null;
  selected_channels?: string[];
  rich_text_value?: RichText | null;
  files?: FileShape[];
};

/** `state.values`: by block_id, then action_id. */
export type InputValues = Record<string, Record<string, InputValue>>;
