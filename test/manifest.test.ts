import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { words } from '../commands/index.ts';
import { features } from '../src/features/index.ts';
import { manifestShape } from '../src/ops/manifest-shape.ts';
import { variantOf } from '../src/ops/manifest-variant.ts';
import { inPackage } from '../src/package-root.ts';

const manifest = manifestShape.parse(parse(readFileSync(inPackage('manifest.yml'), 'utf8')));
const commands = manifest.features.slash_commands.map(({ command }) => command);
const scopes = manifest.oauth_config.scopes.bot;
const subscribed = manifest.settings.event_subscriptions.bot_events;

/** Which bot scopes Slack wants for a method we call; several where a public and a private channel differ. */
const SCOPES_OF_METHODS: Record<string, string[]> = {
  'auth.test': [],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write', 'chat:write.public'],
  'chat.update': ['chat:write'],
  'conversations.history': ['im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'files.completeUploadExternal': ['files:write'],
  'files.info': ['files:read'],
  'files.getUploadURLExternal': ['files:write'],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

const SCOPES_OF_EVENTS: Record<string, string[]> = {
  app_home_opened: [],
  channel_archive: ['channels:read'],
  channel_shared: ['channels:read', 'groups:read'],
  channel_unarchive: ['channels:read'],
  group_archive: ['groups:read'],
  group_unarchive: ['groups:read'],
  member_joined_channel: ['channels:read', 'groups:read'],
  member_left_channel: ['channels:read', 'groups:read'],
  'message.im': ['im:history'],
  team_join: ['users:read'],
  user_change: ['users:read'],
};

/** The Web API methods that the product's code names. */
function methodsCalled(): string[] {
  const files = ['src', 'commands'].flatMap((root) =>
    readdirSync(inPackage(root), { recursive: true, encoding: 'utf8' }).map((file) => path.join(root, file)),
  );
  const code = files
    .filter((file) => file.endsWith('.ts') && !file.includes('generated'))
    .map((file) => readFileSync(inPackage(file), 'utf8'))
    .join('\n');
  const called = code.matchAll(/\.(auth|chat|conversations|files|reactions|usergroups|users|views)\s*\.(\w+)\(/g);
  return [...new Set([...called].map(([, family, method]) => `${family}.${method}`))].sort();
}

const sorted = (items: Iterable<string | undefined>) => [...new Set(items)].sort();

describe('the manifest and what the code needs', () => {
  it('no method is called and no event heard whose scopes nobody looked up', () => {
    expect(methodsCalled().filter((method) => !(method in SCOPES_OF_METHODS))).toEqual([]);
    expect(subscribed.filter((event) => !(event in SCOPES_OF_EVENTS))).toEqual([]);
  });

  it('asks for exactly the scopes that the methods, events and commands need', () => {
    const needed = [
      ...methodsCalled().flatMap((method) => SCOPES_OF_METHODS[method]),
      ...subscribed.flatMap((event) => SCOPES_OF_EVENTS[event]),
      'commands',
    ];
    expect(sorted(scopes)).toEqual(sorted(needed));
  });

  it('subscribes to exactly the events that a habit listens to', () => {
    const heard = features.flatMap(({ events = [] }) => events.map(({ type }) => type));
    // Of messages, those written to Mantra itself.
    expect(sorted(subscribed)).toEqual(sorted(heard.map((type) => (type === 'message' ? 'message.im' : type))));
  });

  it('shows exactly the shortcuts that a habit answers', () => {
    const answered = features.flatMap(({ shortcuts = [] }) => shortcuts.map(({ id }) => id));
    expect(sorted(manifest.features.shortcuts.map(({ callback_id }) => callback_id))).toEqual(sorted(answered));
  });

  it('has a command for each language, and behind a hyphen only words of that language, the same in both', () => {
    const direct = (root: string, lang: 'en' | 'nl') =>
      commands
        .filter((command) => command.startsWith(`${root}-`))
        .map((command) => words.findIndex(({ name }) => name[lang] === command.slice(root.length + 1)));
    expect(commands).toEqual(expect.arrayContaining(['/customer', '/klant']));
    expect(commands.every((command) => /^\/(customer|klant)(-|$)/.test(command))).toBe(true);
    expect(direct('/customer', 'en')).not.toContain(-1);
    expect(direct('/klant', 'nl')).toEqual(direct('/customer', 'en'));
  });
});

describe('a variant of the manifest', () => {
  const names = (variant: ReturnType<typeof variantOf>) =>
    variant.features.slash_commands.map(({ command }) => command);

  it('in Dutch has Dutch commands, a Dutch shortcut and a Dutch description', () => {
    const dutch = variantOf(manifest, { lang: 'nl' });
    expect(names(dutch)).toEqual(['/klant', '/klant-gesprek']);
    expect(dutch.features.shortcuts.map(({ name }) => name)).toEqual(['Klantgesprek']);
    expect(dutch.display_information.description).toBe('Maakt praten met klanten tot ieders gewoonte.');
  });

  it('translates every shortcut there is', () => {
    const dutch = variantOf(manifest, { lang: 'nl' }).features.shortcuts.map(({ name }) => name);
    const english = manifest.features.shortcuts.map(({ name }) => name);
    expect(dutch.filter((name) => english.includes(name))).toEqual([]);
  });

  it('may call the commands what the house calls its customers', () => {
    expect(names(variantOf(manifest, { lang: 'en', root: 'guest' }))).toEqual(['/guest', '/guest-log']);
    expect(names(variantOf(manifest, { lang: 'both', root: 'team' }))).toEqual(['/team', '/team-log', '/team-gesprek']);
  });

  it('over HTTP names our address wherever Slack sends something, and no socket', () => {
    const { features: shown, settings } = variantOf(manifest, { lang: 'both', http: 'https://mantra.example' });
    const url = 'https://mantra.example/slack/events';
    expect(shown.slash_commands.map((command) => command.url)).toEqual(Array(4).fill(url));
    expect(settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: url, bot_events: subscribed },
      interactivity: { is_enabled: true, request_url: url, message_menu_options_url: url },
    });
  });

  it('without wishes is the manifest as it stands', () => {
    expect(variantOf(manifest, { lang: 'both' })).toEqual(manifest);
  });

  it('that Slack would refuse is not printed', () => {
    expect(() =>
      variantOf(manifest, { lang: 'nl', root: 'a-name-much-longer-than-slack-lets-a-command-be' }),
    ).toThrow();
  });
});
