/** Anything that survives a trip through JSON. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };
export type JsonObject = { [key: string]: Json | undefined };

/** A text object: mrkdwn is formatted and may mention, plain_text is shown as it is. */
export type Text = { type: 'plain_text' | 'mrkdwn'; text: string; emoji?: boolean; verbatim?: boolean };

export type Option = { text: Text; value: string; description?: Text; url?: string };
export type OptionGroup = { label: Text; options: Option[] };
type Confirm = { title: Text; text: Text; confirm: Text; deny: Text; style?: 'primary' | 'danger' };

/** Every interactive element, image and rich-text piece, as wide as the widest of them: `type` says what to expect. */
export type Element = {
  type: string;
  action_id: string;
  text?: Text | string;
  value?: string;
  url?: string;
  style?: string;
  confirm?: Confirm;
  placeholder?: Text;
  options?: Option[];
  option_groups?: OptionGroup[];
  initial_option?: Option;
  initial_options?: Option[];
  initial_value?: string;
  initial_date?: string;
  initial_time?: string;
  initial_date_time?: number;
  initial_user?: string;
  initial_users?: string[];
  initial_conversation?: string;
  initial_conversations?: string[];
  initial_channel?: string;
  initial_channels?: string[];
  min_query_length?: number;
  max_selected_items?: number;
  multiline?: boolean;
  min_length?: number;
  max_length?: number;
  min_value?: string;
  max_value?: string;
  is_decimal_allowed?: boolean;
  dispatch_action_config?: { trigger_actions_on?: string[] };
  image_url?: string;
  alt_text?: string;
  verbatim?: boolean;
  elements?: Element[];
  user_id?: string;
  channel_id?: string;
  name?: string;
  indent?: number;
};

type Series = { name: string; data: { label: string; value: number }[] };

/** What `data_visualization` draws: slices of a whole, or one to twelve series over the same categories. */
type Chart = {
  type: 'pie' | 'bar' | 'area' | 'line';
  segments?: { label: string; value: number }[];
  series?: Series[];
  axis_config?: { categories: string[]; x_label?: string; y_label?: string };
};

export type Cell = { type: string; text?: string; value?: number; elements?: Element[] };

/** A block as it stands in Slack: it has passed the validator, and Slack has given it a block_id where it had none. */
export type Block = {
  type: string;
  block_id: string;
  text?: Text;
  fields?: Text[];
  accessory?: Element;
  elements?: Element[];
  element?: Element;
  label?: Text;
  hint?: Text;
  optional?: boolean;
  dispatch_action?: boolean;
  title?: Text | string;
  level?: number;
  image_url?: string;
  alt_text?: string;
  chart?: Chart;
  rows?: Cell[][];
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
};

/** `state.values`: by block_id, then action_id. */
export type InputValues = Record<string, Record<string, InputValue>>;
