import type { AppsConnectionsOpenResponse, AuthTestArguments, AuthTestResponse } from '@slack/web-api';
import { readJson } from '../json.ts';
import { refuse, type World } from '../session.ts';
import type { Json, JsonObject } from '../shapes.ts';
import { asJson } from '../state.ts';
import { chat } from './chat.ts';
import { conversations } from './conversations.ts';
import { files } from './files.ts';
import { grantedScopes, type Method, method, needScope, Refused } from './method.ts';
import { oauth } from './oauth.ts';
import { reactions } from './reactions.ts';
import { users } from './users.ts';
import { views } from './views.ts';

const authTest = method<AuthTestArguments, AuthTestResponse>([], ({ state: { team, bot } }) => ({
  url: `https://${team.domain}.slack.com/`,
  team: team.name,
  user: bot.name.toLowerCase(),
  team_id: team.id,
  user_id: bot.id,
  bot_id: bot.botId,
  is_enterprise_install: false,
}));

const connectionsOpen = method<object, AppsConnectionsOpenResponse>([], (world) => ({ url: world.socketUrl() }), 'app');

/** Every method there is. */
export const METHODS: Record<string, Method> = {
  'auth.test': authTest,
  'apps.connections.open': connectionsOpen,
  ...chat,
  ...conversations,
  ...files,
  ...oauth,
  ...reactions,
  ...users,
  ...views,
};

/** One Web API call, whatever it came over: the answer's body as Slack would send it with HTTP 200. */
export function callMethod(world: World, name: string, token: string | undefined, args: JsonObject): JsonObject {
  try {
    const found = methodCalled(name);
    if (!found) throw new Refused('unknown_method', [], { req_method: name });
    checkToken(world, token, found.token);
    needScope(world, ...found.scopes);
    return { ok: true, ...(asJson(found.run(world, decoded(args))) as JsonObject) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return refusal(world, name, error);
  }
}

/** The body that says no. */
export function refusal(world: World, name: string, { error, messages, more }: Refused): JsonObject {
  refuse(world, name, error, messages);
  return { ok: false, error, ...more, ...(messages.length > 0 && { response_metadata: { messages } }) };
}

const methodCalled = (name: string) => (Object.hasOwn(METHODS, name) ? METHODS[name] : undefined);

/** Headers by which the SDK learns what it may do and what a method needs. */
export const scopeHeaders = (world: World, name: string): Record<string, string> => ({
  'x-oauth-scopes': grantedScopes(world).join(','),
  'x-accepted-oauth-scopes': (methodCalled(name)?.scopes ?? []).join(','),
});

function checkToken({ tokens, state }: World, token: string | undefined, needed: Method['token']) {
  if (needed === 'none') return;
  if (!token) throw new Refused('not_authed');
  if (token !== tokens.bot && token !== tokens.app) throw new Refused('invalid_auth');
  if (token !== tokens[needed]) throw new Refused('not_allowed_token_type');
  if (needed === 'bot' && state.uninstalled) throw new Refused('account_inactive');
}

const JSON_ARGUMENTS = new Set(['blocks', 'attachments', 'metadata', 'view', 'message', 'files']);
const FLAGS = new Set([
  'include_locale',
  'include_all_metadata',
  'inclusive',
  'exclude_archived',
  'include_users',
  'include_count',
  'include_disabled',
  'include_labels',
  'return_im',
  'prevent_creation',
  'reply_broadcast',
]);

/** Forms carry text only: what is JSON, a flag or a number inside becomes that again. */
function decoded(args: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      if (typeof value !== 'string') return [name, value];
      if (FLAGS.has(name)) return [name, value === 'true' || value === '1'];
      return [name, JSON_ARGUMENTS.has(name) ? parsed(name, value) : value];
    }),
  );
}

const FORMAT_ERRORS: Record<string, string> = {
  blocks: 'invalid_blocks_format',
  metadata: 'invalid_metadata_format',
  attachments: 'invalid_attachments',
};

function parsed(name: string, value: string): Json {
  try {
    return readJson(value);
  } catch {
    throw new Refused(FORMAT_ERRORS[name] ?? 'invalid_arguments', [`[ERROR] ${name} must be valid JSON`]);
  }
}
