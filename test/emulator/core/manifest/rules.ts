import { SUBSCRIPTIONS } from '../delivery/subscriptions.ts';
import type { Manifest } from '../types.ts';
import type { Flaw } from './walk.ts';

/** What must fit together in a manifest; `broken` tells each place where it doesn't, in words. */
type Rule = { pointer: string; broken(parts: Parts): string[] };

type Parts = ReturnType<typeof partsOf>;

/** Scopes of the app's own token, which nobody installs (docs.slack.dev/reference/scopes/connections.write). */
const APP_LEVEL = ['connections:write', 'authorizations:read', 'app_configurations:write'];

const where = (isBroken: boolean, message: string) => (isBroken ? [message] : []);

/**
 * Words in Slack's own where they are known: docs.slack.dev/reference/methods/apps.manifest.validate, "Correcting
 * manifests", and what Slack has answered to others.
 */
const RULES: readonly Rule[] = [
  {
    pointer: '/features/slash_commands',
    broken: ({ commands, bot }) =>
      where(commands.length > 0 && !bot.includes('commands'), 'Slash Commands requires `commands` bot scope'),
  },
  {
    pointer: '/features/slash_commands',
    broken: ({ commands, overSockets }) =>
      commands
        .filter(({ url }) => !overSockets && !url)
        .map(({ command }) => `${command} requires either a url or Socket Mode enabled`),
  },
  {
    pointer: '/features/slash_commands',
    broken: ({ commands }) => twice(commands.map(({ command }) => command)),
  },
  {
    pointer: '/features/shortcuts',
    broken: ({ shortcuts, bot }) =>
      where(shortcuts.length > 0 && !bot.includes('commands'), 'Shortcuts requires `commands` bot scope'),
  },
  {
    pointer: '/features/shortcuts',
    broken: ({ shortcuts, interactivity }) =>
      where(shortcuts.length > 0 && !interactivity?.is_enabled, 'Shortcuts requires Interactivity enabled'),
  },
  {
    pointer: '/features/shortcuts',
    broken: ({ shortcuts }) => twice(shortcuts.map(({ type, callback_id }) => `${type} ${callback_id}`)),
  },
  {
    pointer: '/settings/interactivity',
    broken: ({ interactivity, overSockets }) =>
      where(
        interactivity?.is_enabled === true && !overSockets && !interactivity.request_url,
        'Interactivity requires a Request URL',
      ),
  },
  {
    pointer: '/settings/event_subscriptions',
    broken: ({ events, subscriptions, overSockets }) =>
      where(
        events.length > 0 && !overSockets && !subscriptions?.request_url,
        'Event Subscription requires either Request URL or Socket Mode Enabled',
      ),
  },
  {
    pointer: '/settings/event_subscriptions/bot_events',
    broken: ({ events }) =>
      events.filter((name) => !SUBSCRIPTIONS.has(name)).map((name) => `invalid event type: ${name}`),
  },
  {
    pointer: '/settings/event_subscriptions/bot_events',
    broken: ({ events, bot }) =>
      events.flatMap((name) => {
        const { scopes = [], docs = '' } = SUBSCRIPTIONS.get(name) ?? {};
        const isMissing = scopes.length > 0 && !scopes.some((scope) => bot.includes(scope));
        return where(isMissing, `${name} requires ${scopes.join(' or ')} among the bot scopes (${docs})`);
      }),
  },
  {
    pointer: '/oauth_config/scopes/bot',
    broken: ({ bot }) =>
      bot.filter((scope) => APP_LEVEL.includes(scope)).map((scope) => `${scope} is for the app’s own token only`),
  },
  {
    pointer: '/functions',
    broken: ({ functions, settings }) =>
      where(functions > 0 && !settings.org_deploy_enabled, 'Functions requires org_deploy_enabled'),
  },
  {
    pointer: '/functions',
    broken: ({ functions, settings }) =>
      where(functions > 0 && !settings.function_runtime, 'Functions requires function_runtime'),
  },
];

/** Where the parts of a manifest don't fit together. */
export function flawsOfRules(manifest: Manifest): Flaw[] {
  const parts = partsOf(manifest);
  return RULES.flatMap(({ pointer, broken }) => broken(parts).map((message) => ({ pointer, message })));
}

function partsOf({ features = {}, oauth_config = {}, settings = {}, functions = {} }: Manifest) {
  const { bot = [], bot_optional = [] } = oauth_config.scopes ?? {};
  return {
    settings,
    commands: features.slash_commands ?? [],
    shortcuts: features.shortcuts ?? [],
    bot: [...bot, ...bot_optional],
    subscriptions: settings.event_subscriptions,
    events: settings.event_subscriptions?.bot_events ?? [],
    interactivity: settings.interactivity,
    overSockets: settings.socket_mode_enabled === true,
    functions: Object.keys(functions).length,
  };
}

const twice = (names: readonly string[]) =>
  names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} stands there twice`);
