import type { WebClient } from '@slack/web-api';
import { afterEach, describe, expect, it } from 'vitest';
import type { Dump, SeedPerson, Slack } from './core/index.ts';
import { declaring, told } from './declared.ts';
import { aGarden, type Garden, refusalOf, seed, start } from './garden.ts';

let garden: Garden;
let slack: Slack;
let web: WebClient;

afterEach(() => garden.close());

const now = start.getTime() / 1000;
const NIGHT = { enabled: true, start: '22:00', end: '08:00' };
const SCOPES = ['users:read', 'users.profile:read', 'dnd:read'];

const people: SeedPerson[] = [
  { id: 'U0ADA', name: 'ada', real_name: 'Ada Groen', tz: 'Europe/Amsterdam', dnd: NIGHT },
  { id: 'U0MIO', name: 'mio', real_name: 'Mio Mori', tz: 'Asia/Tokyo', pronouns: 'they' },
  { id: 'U0FAR', name: 'far', real_name: 'Far Away', team_id: 'T99' },
  { id: 'U0WHO', name: 'who', real_name: 'Who Else', team_id: 'T98', is_stranger: true },
];

async function aVillage(events: string[] = []) {
  garden = await aGarden({ manifest: declaring(SCOPES, events), seed: { ...seed, people, channels: [] } });
  ({ slack, web } = garden);
}

describe('Quiet hours', () => {
  const at = (iso: string) => new Date(iso).getTime() / 1000;

  it.each([
    ['in the morning, those to come', '2026-11-02T09:00:00Z', '2026-11-02T21:00:00Z', '2026-11-03T07:00:00Z'],
    ['at night, those that are on', '2026-11-03T02:00:00Z', '2026-11-02T21:00:00Z', '2026-11-03T07:00:00Z'],
    [
      'over a change of the clock, as clocks there show',
      '2026-10-24T12:00:00Z',
      '2026-10-24T20:00:00Z',
      '2026-10-25T07:00:00Z',
    ],
  ])('are, %s', async (_when, moment, from, until) => {
    await aVillage();
    garden.turn(new Date(moment));
    expect(await web.dnd.info({ user: 'U0ADA' })).toMatchObject({
      dnd_enabled: true,
      next_dnd_start_ts: at(from),
      next_dnd_end_ts: at(until),
    });
  });

  it('are asked for fifty people at a time', async () => {
    await aVillage();
    const never = { dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1 };
    expect((await web.dnd.teamInfo({ users: 'U0ADA,U0MIO' })).users).toMatchObject({
      U0ADA: { dnd_enabled: true },
      U0MIO: never,
    });
    const many = Array.from({ length: 51 }, () => 'U0ADA').join(',');
    expect(await refusalOf(web.dnd.teamInfo({ users: many }))).toMatchObject({ error: 'too_many_users' });
    expect(await refusalOf(web.dnd.teamInfo({ users: '' }))).toMatchObject({ error: 'no_users_provided' });
  });
});

describe('What happens to people', () => {
  const events = ['user_change', 'user_profile_changed', 'user_status_changed', 'dnd_updated_user', 'team_join'];
  const typesAfter = async (does: () => void) => {
    const before = told(slack).length;
    does();
    await slack.idle();
    return told(slack)
      .slice(before)
      .map((event) => (event as { type: string }).type);
  };

  it('is told by what has changed; a custom field tells nobody', async () => {
    await aVillage(events);
    expect(await typesAfter(() => slack.people.change('U0MIO', { tz: 'Europe/Paris' }))).toEqual(['user_change']);
    const status = ['user_change', 'user_profile_changed', 'user_status_changed'];
    expect(await typesAfter(() => slack.people.change('U0MIO', { status_text: 'Out' }))).toEqual(status);
    expect(await typesAfter(() => slack.people.change('U0MIO', { dnd: NIGHT }))).toEqual(['dnd_updated_user']);
    expect(await typesAfter(() => slack.people.change('U0MIO', { fields: { Xf0BOSS: 'U0PIA' } }))).toEqual([]);
    expect(await typesAfter(() => slack.people.leave('U0MIO'))).toEqual(['user_change']);
    expect(await typesAfter(() => slack.people.change('U0WHO', { real_name: 'Who Ever' }))).toEqual([]);
    expect(await typesAfter(() => slack.people.change('U0FAR', { real_name: 'Far Off' }))).toContain('user_change');
  });

  it('notes when, and forgets what was taken away', async () => {
    await aVillage();
    garden.turn(new Date((now + 5) * 1000));
    slack.people.change('U0MIO', { pronouns: undefined });
    expect((await web.users.info({ user: 'U0MIO' })).user).toMatchObject({ updated: now + 5 });
    expect(slack.people.find('U0MIO')).not.toHaveProperty('pronouns');
  });

  it('leaves the app without a token when somebody removes it', async () => {
    await aVillage(['app_uninstalled', 'tokens_revoked', 'user_change']);
    await garden.overSockets();
    slack.uninstall();
    slack.people.change('U0MIO', { title: 'Nobody hears' });
    await slack.idle();
    expect(told(slack)).toMatchObject([{ type: 'app_uninstalled' }, { type: 'tokens_revoked' }]);
    await expect.poll(slack.connections).toBe(0);
    expect((await slack.as('U0MIO').types('/plant')).notice).toBe('/plant is not a valid command.');
    expect(await refusalOf(web.auth.test())).toMatchObject({ error: 'account_inactive' });
    expect(await refusalOf(web.chat.postMessage({ channel: 'U0MIO', text: 'x' }))).toMatchObject({
      error: 'account_inactive',
    });
  });
});

describe('A Slack that an earlier version kept', () => {
  it('is as it was, and knows no other organisations by name yet', async () => {
    await aVillage();
    const { organisations: _names, profileFields: _fields, uninstalled: _gone, ...older } = slack.dump();
    const again = await aGarden({ manifest: declaring(SCOPES), seed: older as Dump });
    expect((await again.web.users.info({ user: 'U0MIO' })).user?.real_name).toBe('Mio Mori');
    expect((await again.web.team.profile.get({})).profile?.fields).toEqual([]);
    expect(again.slack.people.organisationOf('U0FAR')?.name).toBe('T99');
    await again.close();
  });
});
