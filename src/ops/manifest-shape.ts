import { z } from 'zod';

const command = z.strictObject({
  command: z.string().regex(/^\/[\p{Ll}\d_-]{1,31}$/u),
  description: z.string().min(1).max(2_000),
  usage_hint: z.string().max(1_000).optional(),
  should_escape: z.boolean().optional(),
  url: z.url().optional(),
});

const shortcut = z.strictObject({
  name: z.string().min(1).max(24),
  type: z.enum(['global', 'message']),
  callback_id: z.string().min(1).max(255),
  description: z.string().min(1).max(150),
});

/** The part of Slack's manifest schema (version 2) that Mantra uses, with its limits. */
export const manifestShape = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2) }),
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().max(140),
    long_description: z.string().min(175).max(4_000),
    background_color: z.string().regex(/^#[\da-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: z.string().min(1).max(80), always_online: z.boolean() }),
    shortcuts: z.array(shortcut).max(10),
    slash_commands: z.array(command).max(50),
  }),
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(z.string()).max(255) }) }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: z.url().optional(), bot_events: z.array(z.string()).max(100) }),
    interactivity: z.strictObject({
      is_enabled: z.boolean(),
      request_url: z.url().optional(),
      message_menu_options_url: z.url().optional(),
    }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});

/** An app manifest as Slack takes it. */
export type Manifest = z.infer<typeof manifestShape>;
