/** What a place in a manifest may hold. Lengths are in characters, counts in items. */
export type Shape =
  | { is: 'text'; min?: number; max?: number; like?: Pattern; oneOf?: readonly string[] }
  | { is: 'flag' | 'number' | 'anything' }
  | { is: 'list'; of: Shape; min?: number; max?: number; unique?: true }
  | { is: 'object'; fields: Record<string, Shape>; needs?: readonly string[] }
  /** An object with any names. */
  | { is: 'map'; of: Shape; max?: number };

type Pattern = { regex: RegExp; words: string };

const flag: Shape = { is: 'flag' };
const anything: Shape = { is: 'anything' };
const url = (max: number): Shape => ({ is: 'text', max, like: { regex: /^https?:\/\//, words: 'an http address' } });
const text = (max: number, min = 1): Shape => ({ is: 'text', min, max });
const object = (fields: Record<string, Shape>, needs: readonly string[] = []): Shape => ({
  is: 'object',
  fields,
  needs,
});

const SCOPE: Pattern = { regex: /^[a-z][a-z_.-]*(:[a-z_.-]+)*$/, words: 'a scope such as chat:write' };
const COLOR: Pattern = { regex: /^#[\da-f]{3}([\da-f]{3})?$/i, words: 'a colour such as #24524a' };
const COMMAND: Pattern = { regex: /^\/[^\s/]+$/, words: 'a slash and one word' };
const DOMAIN: Pattern = { regex: /^(?![.-])[-a-z0-9.]+[a-z0-9]$/, words: 'a domain' };

const scopes: Shape = { is: 'list', max: 255, of: { is: 'text', max: 50, like: SCOPE } };
const events: Shape = { is: 'list', max: 100, unique: true, of: text(50) };

const display = object(
  {
    name: text(35),
    description: text(140),
    long_description: text(4000, 175),
    background_color: { is: 'text', like: COLOR },
  },
  ['name'],
);

const slashCommand = object(
  {
    command: { is: 'text', min: 2, max: 32, like: COMMAND },
    description: text(2000),
    usage_hint: text(1000),
    should_escape: flag,
    url: url(3000),
  },
  ['command', 'description'],
);

const shortcut = object(
  {
    name: text(24),
    type: { is: 'text', oneOf: ['message', 'global'] },
    callback_id: text(255),
    description: text(150),
  },
  ['name', 'type', 'callback_id', 'description'],
);

const prompt = object({ title: text(1000), message: text(1000) }, ['title', 'message']);

const features = object({
  app_home: object({ home_tab_enabled: flag, messages_tab_enabled: flag, messages_tab_read_only_enabled: flag }),
  bot_user: object({ display_name: text(80), always_online: flag }, ['display_name']),
  slash_commands: { is: 'list', of: slashCommand, min: 1, max: 50 },
  shortcuts: { is: 'list', of: shortcut, min: 1, max: 10 },
  unfurl_domains: { is: 'list', unique: true, min: 1, max: 5, of: { is: 'text', max: 255, like: DOMAIN } },
  assistant_view: object({ assistant_description: { is: 'text' }, suggested_prompts: { is: 'list', of: prompt } }, [
    'assistant_description',
  ]),
  agent_view: object({
    agent_description: text(300, 0),
    suggested_prompts: { is: 'list', of: prompt, max: 4 },
    actions: { is: 'list', of: anything },
  }),
  functions: anything,
  workflow_steps: anything,
  code_channels: anything,
});

const settings = object({
  event_subscriptions: object({
    request_url: url(3500),
    bot_events: events,
    user_events: events,
    metadata_subscriptions: { is: 'list', of: anything, unique: true, min: 1, max: 20 },
  }),
  interactivity: object({ is_enabled: flag, request_url: url(3500), message_menu_options_url: url(3500) }, [
    'is_enabled',
  ]),
  incoming_webhooks: object({ incoming_webhooks_enabled: flag }),
  allowed_ip_address_ranges: { is: 'list', of: { is: 'text' }, unique: true, min: 1, max: 50 },
  siws_links: anything,
  org_deploy_enabled: flag,
  socket_mode_enabled: flag,
  token_rotation_enabled: flag,
  is_hosted: flag,
  is_mcp_enabled: flag,
  hermes_app_type: { is: 'text' },
  function_runtime: { is: 'text' },
});

const customStep = object(
  { title: { is: 'text' }, description: { is: 'text' }, input_parameters: anything, output_parameters: anything },
  ['title', 'description', 'input_parameters', 'output_parameters'],
);

/** Slack's schema, version 2 (github.com/slackapi/manifest-schema, schemas/manifest.schema.2.0.0.json). */
export const MANIFEST: Shape = object(
  {
    $schema: { is: 'text' },
    _metadata: object({
      schema_version: { is: 'number' },
      min_version: { is: 'number' },
      major_version: { is: 'number' },
      minor_version: { is: 'number' },
    }),
    display_information: display,
    features,
    oauth_config: object({
      redirect_urls: { is: 'list', unique: true, max: 1000, of: { is: 'text', max: 2500 } },
      scopes: object({ bot: scopes, bot_optional: scopes, user: scopes, user_optional: scopes }),
      token_management_enabled: flag,
      pkce_enabled: flag,
    }),
    settings,
    functions: { is: 'map', of: customStep, max: 50 },
    app_directory: anything,
    workflows: anything,
    datastores: anything,
    outgoing_domains: anything,
    types: anything,
    external_auth_providers: anything,
    mcp_servers: anything,
  },
  ['display_information'],
);
