/** Anything that survives a trip through JSON. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };
/** An object of those; what is undefined is left out. */
export type JsonObject = { [key: string]: Json | undefined };

/** A text object: mrkdwn is formatted and may mention, plain_text is shown as it is. */
export type Text = { type: 'plain_text' | 'mrkdwn'; text: string; emoji?: boolean; verbatim?: boolean };

/** One choice of a select, a menu, radio buttons or checkboxes. */
export type Option = { text: Text; value: string; description?: Text; url?: string };
/** Choices under a heading. */
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
  /** Of a file input: endings without a dot. */
  filetypes?: string[];
  max_files?: number;
  /** Of a conversation select: the app may answer there. */
  response_url_enabled?: boolean;
  default_to_current_conversation?: boolean;
  /** Of feedback buttons. */
  positive_button?: { text: Text; value: string };
  negative_button?: { text: Text; value: string };
  /** Of a card in a carousel, which is a block of its own. */
  block_id?: string;
  actions?: Element[];
  title?: Text | string;
  subtitle?: Text;
  body?: Text;
  subtext?: Text;
  hero_image?: Element;
  /** Of pieces of rich text. */
  usergroup_id?: string;
  range?: string;
  fallback?: string;
  format?: string;
  timestamp?: number;
  offset?: number;
};

/** A step of an assistant, alone or in a plan. */
export type Task = {
  title?: Text | string;
  status?: string;
  details?: RichText;
  output?: RichText;
  sources?: Element[];
};

type Series = { name: string; data: { label: string; value: number }[] };

/** What `data_visualization` draws: slices of a whole, or one to twelve series over the same categories. */
type Chart = {
  type: 'pie' | 'bar' | 'area' | 'line';
  segments?: { label: string; value: number }[];
  series?: Series[];
  axis_config?: { categories: string[]; x_label?: string; y_label?: string };
};

/** One cell of a table. */
export type Cell = { type: string; text?: string; value?: number; elements?: Element[] };

/** A block as it stands in Slack: it has passed the validator, and Slack has given it a block_id where it had none. */
export type Block = {
  type: string;
  block_id: string;
  /** A string in a markdown block. */
  text?: Text | string;
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
  /** The buttons of a card. */
  actions?: Element[];
  /** What is inside a container. */
  child_blocks?: Block[];
  rich_text_title?: RichText;
  subtitle?: Text;
  body?: Text;
  subtext?: Text;
  hero_image?: Element;
  /** Of a data table. */
  caption?: string;
  /** Of a plan. */
  tasks?: Task[];
  /** Of a task card, and of a video. */
  status?: string;
  details?: RichText;
  output?: RichText;
  sources?: Element[];
  description?: Text;
  author_name?: string;
};

/** What a composer makes of typed text: paragraphs, lists, quotes and code, each of marked-up pieces. */
export type RichText = { type: 'rich_text'; elements: Element[] };

/** Something under a message that isn't its own words; older than blocks, and drawn with a bar in its colour. */
export type Attachment = {
  id?: number;
  /** `good`, `warning`, `danger`, or six hex digits with or without `#`. */
  color?: string;
  fallback?: string;
  pretext?: string;
  author_name?: string;
  author_link?: string;
  author_icon?: string;
  title?: string;
  title_link?: string;
  text?: string;
  fields?: { title?: string; value?: string; short?: boolean }[];
  image_url?: string;
  thumb_url?: string;
  footer?: string;
  footer_icon?: string;
  /** Seconds. */
  ts?: number | string;
  /** Which of `text`, `pretext` and `fields` are mrkdwn. */
  mrkdwn_in?: string[];
  blocks?: Block[];
};
