import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { variantOf } from '../../src/ops/manifest-variant.ts';
import { inPackage } from '../../src/package-root.ts';
import type { Manifest } from './core/index.ts';
import { flawsOf } from './core/manifest.ts';
import { aGarden, manifest as gardens } from './garden.ts';
import { manifest as trolleys } from './tea-trolley.ts';

const ours = parse(readFileSync(inPackage('manifest.yml'), 'utf8'));

describe('Slack takes', () => {
  it.each<[string, Manifest]>([
    ['Mantra’s manifest', ours],
    ['its Dutch variant', variantOf(ours, { lang: 'nl' })],
    ['its variant over HTTP', variantOf(ours, { lang: 'en', http: 'https://mantra.example.com' })],
    ['the garden’s', gardens],
    ['the tea trolley’s', trolleys],
    ['the smallest', { display_information: { name: 'M' } }],
  ])('%s', (_whose, manifest) => {
    expect(flawsOf(manifest)).toEqual([]);
  });
});

/** A manifest that Slack takes, with something else at one place of it; names are parted by dots. */
function changed(path: string, value: unknown): Manifest {
  const manifest = structuredClone(gardens);
  const names = path.split('.');
  const last = names.pop() ?? '';
  let place: Record<string, unknown> = manifest;
  for (const name of names) {
    place[name] ??= {};
    place = place[name] as Record<string, unknown>;
  }
  place[last] = value;
  return manifest;
}

const command = { command: '/plant', description: 'Plants' };
const shortcut = { name: 'Plant', type: 'global', callback_id: 'plant', description: 'Plants' };
const many = <T>(count: number, item: (index: number) => T) => Array.from({ length: count }, (_, index) => item(index));
const long = (length: number) => 'x'.repeat(length);

/** What is written where, and what Slack says of it; and beside it, just inside the limit where there is one. */
const WRONG: [path: string, value: unknown, said: string, right?: unknown][] = [
  ['display_information.name', undefined, 'name: is required'],
  ['display_information.name', '', 'name: must not be empty', 'x'],
  ['display_information.name', long(36), 'must have 35 characters at most; it has 36', long(35)],
  ['display_information.description', long(141), '140 characters at most', long(140)],
  ['display_information.long_description', long(174), '175 characters at least', long(175)],
  ['display_information.long_description', long(4001), '4000 characters at most', long(4000)],
  ['display_information.background_color', 'green', 'must be a colour such as #24524a; it is "green"', '#abc'],
  ['display_information.colour', '#abc', 'colour: is not known to Slack'],
  ['features.bot_user', {}, 'display_name: is required', { display_name: 'Gardener' }],
  ['features.bot_user.display_name', long(81), '80 characters at most', long(80)],
  ['features.app_home.home_tab_enabled', 'yes', 'must be true or false', true],
  ['features.slash_commands', [], 'must not be empty: leave it out instead', [command]],
  ['features.slash_commands', many(51, (n) => ({ ...command, command: `/plant${n}` })), '50 items at most; it has 51'],
  ['features.slash_commands', [{ ...command, command: 'plant' }], '/0/command: must be a slash and one word'],
  ['features.slash_commands', [{ ...command, command: '/plant now' }], 'must be a slash and one word'],
  ['features.slash_commands', [{ ...command, command: `/${long(32)}` }], '32 characters at most; it has 33'],
  ['features.slash_commands', [{ command: '/plant' }], '/features/slash_commands/0/description: is required'],
  ['features.slash_commands', [{ ...command, description: long(2001) }], '2000 characters at most'],
  ['features.slash_commands', [{ ...command, usage_hint: long(1001) }], '1000 characters at most'],
  ['features.slash_commands', [{ ...command, url: 'ftp://example.com' }], 'must be an http address'],
  ['features.slash_commands', [command, command], '/plant stands there twice'],
  ['features.shortcuts', many(11, (n) => ({ ...shortcut, callback_id: `${n}` })), '10 items at most; it has 11'],
  ['features.shortcuts', [{ ...shortcut, name: long(25) }], '24 characters at most', [shortcut]],
  ['features.shortcuts', [{ ...shortcut, type: 'local' }], 'must be one of message, global; it is "local"'],
  ['features.shortcuts', [{ ...shortcut, callback_id: long(256) }], '255 characters at most'],
  ['features.shortcuts', [{ ...shortcut, description: long(151) }], '150 characters at most'],
  ['features.shortcuts', [shortcut, shortcut], 'global plant stands there twice'],
  ['features.unfurl_domains', ['https://example.com'], 'must be a domain', ['example.com']],
  ['features.unfurl_domains', many(6, (n) => `e${n}.example.com`), '5 items at most; it has 6'],
  ['features.agent_view.agent_description', long(301), '300 characters at most', long(300)],
  ['oauth_config.scopes.bot', ['commands', 'Write!'], 'must be a scope such as chat:write; it is "Write!"'],
  [
    'oauth_config.scopes.bot',
    ['chat:write', 'im:history', 'users:read'],
    'Slash Commands requires `commands` bot scope',
  ],
  ['oauth_config.scopes.bot', ['chat:write', 'im:history', 'users:read'], 'Shortcuts requires `commands` bot scope'],
  [
    'oauth_config.scopes.bot',
    ['commands', 'im:history'],
    'team_join requires users:read among the bot scopes (https://',
  ],
  ['oauth_config.scopes.bot_optional', ['connections:write'], 'connections:write is for the app’s own token only'],
  [
    'settings.event_subscriptions.bot_events',
    ['presence_change'],
    'invalid event type: presence_change',
    ['team_join'],
  ],
  ['settings.event_subscriptions.bot_events', ['team_join', 'team_join'], 'must not say the same twice'],
  ['settings.event_subscriptions.bot_events', ['app_mention'], 'app_mention requires app_mentions:read'],
  ['settings.event_subscriptions.bot_events', 'team_join', 'must be a list'],
  ['settings.event_subscriptions.request_url', 'example.com', 'must be an http address', 'https://example.com'],
  ['settings.interactivity', {}, 'is_enabled: is required'],
  ['settings.interactivity.is_enabled', false, 'Shortcuts requires Interactivity enabled', true],
  ['settings.socket_mode_enabled', false, 'Interactivity requires a Request URL', true],
  ['settings.socket_mode_enabled', false, 'Event Subscription requires either Request URL or Socket Mode Enabled'],
  ['settings.socket_mode_enabled', false, '/plant requires either a url or Socket Mode enabled'],
  ['settings.socket_mode_enabled', 'true', 'must be true or false'],
  ['functions', { log: { title: 'Log' } }, '/functions/log/description: is required'],
  ['functions', { log: { title: 'L', description: 'L', input_parameters: {}, output_parameters: {} } }, 'org_deploy'],
  ['_metadata.major_version', 'two', 'must be a number', 2],
  ['features', ['commands'], 'must be an object'],
];

describe('Slack refuses a manifest', () => {
  const rows = WRONG.map(([path, value, said, right]) => ({ path, value, said, right }));
  it.each(rows)('for what stands at $path: “$said”', ({ path, value, said, right }) => {
    expect(flawsOf(changed(path, value)).join('\n')).toContain(said);
    if (right !== undefined) expect(flawsOf(changed(path, right))).toEqual([]);
  });

  it('when the app starts, with a sentence for everything that is wrong', async () => {
    const manifest = { display_information: { name: long(36) }, settings: { interactivity: {} } } as Manifest;
    await expect(aGarden({ manifest })).rejects.toThrow(
      [
        'Slack would refuse this manifest:',
        '/display_information/name: must have 35 characters at most; it has 36.',
        '/settings/interactivity/is_enabled: is required.',
      ].join('\n'),
    );
  });
});
