import type { WebClient } from '@slack/web-api';
import { afterEach, describe, expect, it } from 'vitest';
import type { Seed, SeedPerson, Slack } from './core/index.ts';
import { declaring } from './declared.ts';
import { aGarden, card, type Garden, refusalOf, seed, start } from './garden.ts';

let garden: Garden;
let slack: Slack;
let web: WebClient;

afterEach(() => garden.close());

const SCOPES = ['users:read', 'users:read.email', 'users.profile:read', 'team:read', 'dnd:read'];
const now = start.getTime() / 1000;
const NIGHT = { enabled: true, start: '22:00', end: '08:00' };

const PEOPLE: SeedPerson[] = [
  { id: 'U0PIA', name: 'pia', real_name: 'Pia van der Berg', is_primary_owner: true, email: 'pia@example.com' },
  { id: 'U0ADA', name: 'ada', real_name: 'Ada Groen', is_admin: true, tz: 'Europe/Amsterdam', dnd: NIGHT },
  { id: 'U0MIO', name: 'mio', real_name: 'Mio Mori', tz: 'Asia/Tokyo', fields: { Xf0BOSS: 'U0ADA' }, pronouns: 'they' },
  { id: 'U0MULTI', name: 'multi', real_name: 'Mul Ti', is_restricted: true, guest_invited_by: 'U0ADA' },
  { id: 'U0ONE', name: 'one', real_name: 'One Gast', is_ultra_restricted: true, guest_expiration_ts: now + 86_400 },
  { id: 'U0ASKED', name: 'asked', real_name: 'Not Yet', is_invited_user: true },
  { id: 'U0LEFT', name: 'left', real_name: 'Lef Tover', deleted: true, email: 'left@example.com' },
  { id: 'U0BOT', name: 'otherbot', real_name: 'Other Bot', is_bot: true },
  { id: 'U0FLOW', name: 'flow', real_name: 'Leave Request', is_bot: true, is_workflow_bot: true },
  { id: 'U0FAR', name: 'far', real_name: 'Far Away', team_id: 'T99', locale: 'fr-FR', email: 'far@example.com' },
  { id: 'U0WHO', name: 'who', real_name: 'Who Else', team_id: 'T98', is_stranger: true },
];

const village: Seed = {
  ...seed,
  people: PEOPLE,
  channels: [],
  organisations: [{ id: 'T99', name: 'Far Fields', domain: 'far-fields' }],
  profile_fields: [
    { id: 'Xf0BOSS', label: 'Manager', type: 'user', is_scim: true },
    { id: 'Xf0SINCE', label: 'Here since', type: 'date', hint: 'First day' },
  ],
};

async function aVillage({ scopes = SCOPES, events = [] as string[], people = PEOPLE } = {}) {
  garden = await aGarden({ manifest: declaring(scopes, events), seed: { ...village, people } });
  ({ slack, web } = garden);
}

const userOf = async (user: string) => (await web.users.info({ user, include_locale: true })).user;

describe('People are shown as they are', () => {
  it.each<[string, string, object]>([
    ['a primary owner', 'U0PIA', { is_primary_owner: true, is_owner: true, is_admin: true, is_restricted: false }],
    ['an admin', 'U0ADA', { is_admin: true, is_owner: false, tz: 'Europe/Amsterdam', tz_offset: 3600 }],
    [
      'a member',
      'U0MIO',
      { is_admin: false, deleted: false, is_email_confirmed: true, tz_label: 'Japan Standard Time' },
    ],
    ['a guest of several channels', 'U0MULTI', { is_restricted: true, is_ultra_restricted: false }],
    ['a guest of one channel', 'U0ONE', { is_restricted: true, is_ultra_restricted: true }],
    ['somebody invited', 'U0ASKED', { is_invited_user: true, is_email_confirmed: false }],
    ['somebody deactivated', 'U0LEFT', { deleted: true }],
    ['a bot', 'U0BOT', { is_bot: true, profile: { bot_id: 'B0BOT' } }],
    ['a workflow', 'U0FLOW', { is_bot: true, is_workflow_bot: true }],
    ['Slackbot, who says it is no bot', 'USLACKBOT', { is_bot: false, profile: { always_active: true } }],
    ['the app’s own user', 'U0APPBOT001', { is_bot: true, profile: { bot_id: 'B0APPBOT001', always_active: true } }],
    ['somebody of another organisation', 'U0FAR', { team_id: 'T99', is_stranger: false }],
    ['a stranger', 'U0WHO', { team_id: 'T98', is_stranger: true }],
  ])('%s', async (_who, id, shown) => {
    await aVillage();
    expect(await userOf(id)).toMatchObject({ id, ...shown });
  });

  it('the deactivated without zone, colour or role, and outsiders without language', async () => {
    await aVillage();
    const left = await userOf('U0LEFT');
    for (const flag of ['tz', 'color', 'is_admin', 'is_restricted']) expect(left).not.toHaveProperty(flag);
    expect(await userOf('U0FAR')).not.toHaveProperty('locale');
  });

  it('guests with who invited them and until when', async () => {
    await aVillage();
    expect((await userOf('U0MULTI'))?.profile).toMatchObject({ guest_invited_by: 'U0ADA' });
    expect((await userOf('U0ONE'))?.profile).toMatchObject({ guest_expiration_ts: now + 86_400 });
    expect((await userOf('U0MIO'))?.profile).not.toHaveProperty('guest_invited_by');
  });

  it('with their names in parts, pictures and a title, and what their organisation is called', async () => {
    await aVillage();
    expect((await userOf('U0PIA'))?.profile).toMatchObject({
      first_name: 'Pia',
      last_name: 'van der Berg',
      display_name: 'pia',
      title: '',
      image_48: expect.stringMatching(/^https:\/\/example\.com\//),
    });
    expect((await userOf('U0MIO'))?.profile?.pronouns).toBe('they');
    expect(slack.people.organisationOf('U0FAR')).toMatchObject({ id: 'T99', name: 'Far Fields' });
    expect(slack.people.organisationOf('U0WHO')).toMatchObject({ id: 'T98', name: 'T98' });
    expect(slack.people.organisationOf('U0MIO')).toBeUndefined();
  });

  it('with a status until it runs out', async () => {
    await aVillage();
    slack.people.change('U0MIO', { status_text: 'Away', status_emoji: ':palm_tree:', status_expiration: now + 60 });
    expect((await userOf('U0MIO'))?.profile).toMatchObject({ status_text: 'Away', status_expiration: now + 60 });
    garden.turn(new Date((now + 60) * 1000));
    const over = { status_text: '', status_emoji: '', status_expiration: 0 };
    expect(slack.people.statusOf('U0MIO')).toEqual({ emoji: '', text: '' });
    expect((await userOf('U0MIO'))?.profile).toMatchObject(over);
  });
});

describe('Who asks for people', () => {
  it('sees mail addresses only with their scope', async () => {
    await aVillage();
    expect((await userOf('U0PIA'))?.profile?.email).toBe('pia@example.com');
    expect((await web.users.lookupByEmail({ email: 'Pia@example.com' })).user?.id).toBe('U0PIA');
    for (const email of ['left@example.com', 'far@example.com', 'nobody@example.com'])
      expect(await refusalOf(web.users.lookupByEmail({ email }))).toMatchObject({ error: 'users_not_found' });
    await garden.close();
    await aVillage({ scopes: ['users:read'] });
    expect((await userOf('U0PIA'))?.profile).not.toHaveProperty('email');
    expect(await refusalOf(web.users.lookupByEmail({ email: 'pia@example.com' }))).toMatchObject({
      error: 'missing_scope',
      needed: 'users:read.email',
      provided: 'commands,users:read',
    });
  });

  it('must page a large team', async () => {
    const crowd = Array.from({ length: 1200 }, (_, index) => ({ id: `U${index}`, name: `n${index}`, real_name: 'N' }));
    await aVillage({ people: crowd });
    expect(await refusalOf(web.users.list({}))).toMatchObject({ error: 'limit_required' });
    const ids: (string | undefined)[] = [];
    for await (const page of web.paginate('users.list', { limit: 500 }))
      ids.push(...((page as Awaited<ReturnType<WebClient['users']['list']>>).members ?? []).map(({ id }) => id));
    expect(new Set(ids).size).toBe(1202);
  });

  it('learns the workspace’s own fields, and what stands in them', async () => {
    await aVillage();
    const { profile: fields } = await web.team.profile.get({});
    expect(fields?.fields).toMatchObject([
      { id: 'Xf0BOSS', label: 'Manager', type: 'user', options: { is_scim: true }, ordering: 0 },
      { id: 'Xf0SINCE', label: 'Here since', type: 'date', hint: 'First day', options: { is_scim: false } },
    ]);
    const plain = await web.users.profile.get({ user: 'U0MIO' });
    expect(plain.profile).toMatchObject({ real_name: 'Mio Mori', fields: { Xf0BOSS: { value: 'U0ADA', alt: '' } } });
    expect(plain.profile?.fields?.Xf0BOSS).not.toHaveProperty('label');
    const labelled = await web.users.profile.get({ user: 'U0MIO', include_labels: true });
    expect(labelled.profile?.fields).toMatchObject({ Xf0BOSS: { label: 'Manager' } });
    expect((await web.users.profile.get({ user: 'U0PIA' })).profile?.fields).toEqual({});
  });

  it('learns who is there, which bot is whose, and what the workspace is called', async () => {
    await aVillage();
    slack.people.change('U0ADA', { presence: 'away' });
    const presence = async (user?: string) => (await web.users.getPresence(user ? { user } : {})).presence;
    expect([await presence('U0ADA'), await presence('U0MIO')]).toEqual(['away', 'active']);
    expect([await presence('U0BOT'), await presence()]).toEqual(['away', 'active']);
    expect((await web.bots.info({ bot: 'B0APPBOT001' })).bot).toMatchObject({ user_id: slack.botUserId });
    expect(await refusalOf(web.bots.info({ bot: 'B0NO' }))).toMatchObject({ error: 'bot_not_found' });
    expect((await web.team.info()).team).toMatchObject({ name: 'Green Fingers', domain: 'green-fingers' });
    expect((await web.team.info({ team: 'T99' })).team?.name).toBe('Far Fields');
    expect(await refusalOf(web.team.info({ team: 'T00' }))).toMatchObject({ error: 'team_not_found' });
  });

  it('learns nothing more of strangers than that they are', async () => {
    await aVillage();
    for (const call of [web.users.getPresence, web.users.profile.get, web.dnd.info])
      expect(await refusalOf(call({ user: 'U0WHO' }))).toMatchObject({ error: 'user_not_visible' });
    expect(await refusalOf(web.users.info({ user: 'U0NOBODY' }))).toMatchObject({ error: 'user_not_found' });
  });
});

describe('A customer’s people in a shared channel', () => {
  const shared = [{ id: 'C0FENCE', name: 'fence', members: ['U0MIO', 'U0FAR'], bot: true, shared_with: ['T99'] }];

  it('click on buttons, and run no commands', async () => {
    garden = await aGarden({ seed: { ...village, channels: shared } });
    ({ slack, web } = garden);
    await garden.overSockets();
    await web.chat.postMessage({ channel: 'C0FENCE', text: 'Basil', blocks: card('Basil') });
    const far = slack.as('U0FAR');
    const [message] = far.messages('C0FENCE');
    if (!message) throw new Error('They see nothing');
    expect(await far.clicks('Pick', { in: message })).toMatchObject({ acked: true });
    const { payload } = slack.envelopes.at(-1) ?? {};
    expect(payload).toMatchObject({ type: 'block_actions', user: { id: 'U0FAR', team_id: 'T99' } });
    expect((await far.types('/plant', { in: 'C0FENCE' })).notice).toBe('/plant is not a valid command.');
    expect((await slack.as('U0MIO').types('/plant', { in: 'C0FENCE' })).modal?.title).toBe('Plant');
  });
});
