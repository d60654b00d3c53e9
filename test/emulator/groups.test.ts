import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Slack } from './core/index.ts';
import { declaring, told } from './declared.ts';
import { aGarden, type Garden, refusalOf, seed, start } from './garden.ts';

let garden: Garden;
let slack: Slack;
let web: WebClient;

const TEAM = { id: 'S0TEAM', handle: 'team', name: 'The team', users: ['U0ANNA', 'U0BEN'] };
const OLD = { id: 'S0OLD', handle: 'old', name: 'The old team', users: ['U0GONE'], date_delete: 1_700_000_000 };
const events = ['subteam_created', 'subteam_updated', 'subteam_members_changed'];

beforeEach(async () => {
  const manifest = declaring(['usergroups:read'], events);
  garden = await aGarden({ manifest, seed: { ...seed, groups: [TEAM, OLD] } });
  ({ slack, web } = garden);
});

afterEach(() => garden.close());

const listed = async (how: Parameters<WebClient['usergroups']['list']>[0] = {}) =>
  (await web.usergroups.list(how)).usergroups ?? [];

describe('User groups', () => {
  it('are listed with how many and who only when asked, and disabled ones too', async () => {
    const [plain, ...others] = await listed();
    expect(plain).toMatchObject({ id: 'S0TEAM', handle: 'team', team_id: 'T01', is_usergroup: true, date_delete: 0 });
    expect([plain?.user_count, plain?.users, others]).toEqual([undefined, undefined, []]);
    expect(await listed({ include_count: true, include_users: true, include_disabled: true })).toMatchObject([
      { id: 'S0TEAM', user_count: 2, users: ['U0ANNA', 'U0BEN'] },
      { id: 'S0OLD', user_count: 1, date_delete: 1_700_000_000 },
    ]);
  });

  it('name their members; a disabled one only when asked, an unknown one never', async () => {
    expect((await web.usergroups.users.list({ usergroup: 'S0TEAM' })).users).toEqual(['U0ANNA', 'U0BEN']);
    const old = { usergroup: 'S0OLD' };
    expect(await refusalOf(web.usergroups.users.list(old))).toMatchObject({ error: 'no_such_subteam' });
    expect((await web.usergroups.users.list({ ...old, include_disabled: true })).users).toEqual(['U0GONE']);
    const none = web.usergroups.users.list({ usergroup: 'S0NO' });
    expect(await refusalOf(none)).toMatchObject({ error: 'no_such_subteam' });
  });

  it('tell the app when somebody makes one, renames it, changes who is in, or gives it up', async () => {
    slack.groups.create({ id: 'S0DIG', handle: 'dig', name: 'Diggers', users: ['U0BEN'] });
    garden.turn(new Date(start.getTime() + 60_000));
    slack.groups.change('S0DIG', { name: 'Spades' });
    slack.groups.change('S0DIG', { users: ['U0BEN', 'U0ANNA'] });
    slack.groups.remove('S0DIG');
    await slack.idle();
    const began = start.getTime() / 1000;
    expect(told(slack)).toMatchObject([
      { type: 'subteam_created', subteam: { id: 'S0DIG', date_create: began, users: ['U0BEN'] } },
      { type: 'subteam_updated', subteam: { name: 'Spades', date_update: began + 60 } },
      { type: 'subteam_updated', subteam: { user_count: 2 } },
      { type: 'subteam_members_changed', subteam_id: 'S0DIG', added_users: ['U0ANNA'], removed_users_count: 0 },
      { type: 'subteam_updated', subteam: { date_delete: began + 60 } },
    ]);
    expect((await listed()).map(({ id }) => id)).toEqual(['S0TEAM']);
  });

  it('are kept over a restart', async () => {
    slack.groups.change('S0TEAM', { handle: 'crew' });
    const again = await aGarden({ seed: slack.dump() });
    expect(again.slack.groups.all().map(({ handle }) => handle)).toEqual(['crew', 'old']);
    await again.close();
  });

  it('are known only to an app with their scope', async () => {
    const plain = await aGarden();
    expect(await refusalOf(plain.web.usergroups.list())).toMatchObject({
      error: 'missing_scope',
      needed: 'usergroups:read',
    });
    await plain.close();
  });
});
