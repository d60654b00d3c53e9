/** manifest.yml, of which the emulator reads what decides what is allowed and delivered; all of it is checked at the start. */
export type Manifest = {
  _metadata?: { major_version?: number; minor_version?: number };
  display_information: { name: string; description?: string; long_description?: string; background_color?: string };
  features?: {
    app_home?: { home_tab_enabled?: boolean; messages_tab_enabled?: boolean; messages_tab_read_only_enabled?: boolean };
    bot_user?: { display_name: string; always_online?: boolean };
    slash_commands?: SlashCommand[];
    shortcuts?: { name: string; type: 'global' | 'message'; callback_id: string; description: string }[];
    unfurl_domains?: string[];
  };
  oauth_config?: { scopes?: Scopes; redirect_urls?: string[] };
  settings?: {
    event_subscriptions?: { bot_events?: string[]; user_events?: string[]; request_url?: string };
    interactivity?: { is_enabled: boolean; request_url?: string; message_menu_options_url?: string };
    org_deploy_enabled?: boolean;
    socket_mode_enabled?: boolean;
    token_rotation_enabled?: boolean;
    function_runtime?: string;
  };
  functions?: Record<string, { title: string; description: string }>;
};

type SlashCommand = {
  command: string;
  description: string;
  usage_hint?: string;
  /** Mentions in what somebody types behind it become ids. */
  should_escape?: boolean;
  url?: string;
};

type Scopes = { bot?: string[]; bot_optional?: string[]; user?: string[]; user_optional?: string[] };
