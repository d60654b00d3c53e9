import type { Seed, Slack } from './core/index.ts';
import { seed } from './garden.ts';

/** An event, or what it says at least. */
export type Said = { type: string; [field: string]: unknown };

/** Everything that can happen in a Slack: how it comes about, and what the app hears of it at least. In this order. */
export const HAPPENINGS: [does: (slack: Slack) => unknown, ...says: Said[]][] = [
  [({ as }) => as('U0ANNA').opensHome(), { type: 'app_home_opened', user: 'U0ANNA', tab: 'home' }],
  [({ as }) => as('U0ANNA').types('hi'), { type: 'message', channel_type: 'im', user: 'U0ANNA', text: 'hi' }],
  [
    ({ as }) => as('U0BEN').types('dig', { in: 'C0BEDS' }),
    { type: 'message', channel_type: 'channel', channel: 'C0BEDS', text: 'dig' },
  ],
  [
    ({ as }) => as('U0ANNA').types('psst', { in: 'G0SHARED' }),
    { type: 'message', channel_type: 'group', channel: 'G0SHARED', text: 'psst' },
  ],
  [
    ({ as, people, botUserId }) => as('U0BEN').types(`@${people.find(botUserId)?.name} dig`, { in: 'C0BEDS' }),
    { type: 'app_mention', channel: 'C0BEDS', user: 'U0BEN', text: '<@U0APPBOT001> dig' },
  ],
  [({ as }) => reacted(as('U0ANNA')), { type: 'reaction_added', user: 'U0ANNA', reaction: 'seedling' }],
  [({ as }) => reacted(as('U0ANNA')), { type: 'reaction_removed', user: 'U0ANNA', reaction: 'seedling' }],
  [({ as }) => shared(as('U0ANNA')), { type: 'file_shared', user_id: 'U0ANNA', channel_id: 'C0BEDS' }],
  [({ people }) => people.join({ id: 'U0NEL', name: 'nel', real_name: 'Nel Bos' }), { type: 'team_join' }],
  [({ people }) => people.change('U0BEN', { tz: 'Asia/Tokyo' }), { type: 'user_change', user: { tz: 'Asia/Tokyo' } }],
  [
    ({ people }) => people.change('U0BEN', { title: 'Weeds' }),
    { type: 'user_profile_changed', user: { id: 'U0BEN', profile: { title: 'Weeds' } } },
  ],
  [
    ({ people }) => people.change('U0BEN', { status_text: 'Digging', status_emoji: ':potato:' }),
    { type: 'user_status_changed', user: { profile: { status_text: 'Digging' } } },
  ],
  [
    ({ people }) => people.change('U0BEN', { dnd: { enabled: true, start: '22:00', end: '08:00' } }),
    { type: 'dnd_updated_user', user: 'U0BEN', dnd_status: { dnd_enabled: true } },
  ],
  [
    ({ groups }) => groups.create({ id: 'S0DIG', handle: 'dig', name: 'Diggers', users: ['U0BEN'] }),
    { type: 'subteam_created', subteam: { id: 'S0DIG', handle: 'dig', users: ['U0BEN'], user_count: 1 } },
  ],
  [
    ({ groups }) => groups.change('S0DIG', { name: 'Spades' }),
    { type: 'subteam_updated', subteam: { name: 'Spades' } },
  ],
  [
    ({ groups }) => groups.change('S0DIG', { users: ['U0ANNA'] }),
    { type: 'subteam_members_changed', subteam_id: 'S0DIG', added_users: ['U0ANNA'], removed_users: ['U0BEN'] },
  ],
  [
    ({ channels }) => channels.create({ id: 'C0POND', name: 'pond', members: ['U0BEN'] }),
    { type: 'channel_created', channel: { id: 'C0POND', name: 'pond', creator: 'U0BEN' } },
  ],
  [
    ({ channels }) => channels.rename('C0POND', 'lake'),
    { type: 'channel_rename', channel: { id: 'C0POND', name: 'lake' } },
  ],
  [({ channels }) => channels.archive('C0POND'), { type: 'channel_archive', channel: 'C0POND' }],
  [({ channels }) => channels.unarchive('C0POND'), { type: 'channel_unarchive', channel: 'C0POND' }],
  [({ channels }) => channels.delete('C0POND'), { type: 'channel_deleted', channel: 'C0POND' }],
  [
    ({ channels }) => channels.invite('C0BEDS', 'U0GUEST', 'U0ANNA'),
    { type: 'member_joined_channel', user: 'U0GUEST', channel: 'C0BEDS', team: 'T01', inviter: 'U0ANNA' },
  ],
  [
    ({ channels }) => channels.remove('C0BEDS', 'U0GUEST'),
    { type: 'member_left_channel', user: 'U0GUEST', channel: 'C0BEDS', channel_type: 'C' },
  ],
  [({ channels }) => channels.share('C0BEDS', 'T99'), { type: 'channel_shared', connected_team_id: 'T99' }],
  [
    ({ channels }) => channels.unshare('C0BEDS', 'T99'),
    { type: 'channel_unshared', previously_connected_team_id: 'T99', is_ext_shared: false },
  ],
  [({ channels }) => channels.rename('G0SHARED', 'vines'), { type: 'group_rename', channel: { name: 'vines' } }],
  [({ channels }) => channels.archive('G0SHARED'), { type: 'group_archive', channel: 'G0SHARED' }],
  [({ channels }) => channels.unarchive('G0SHARED'), { type: 'group_unarchive', channel: 'G0SHARED' }],
  [
    ({ channels }) => channels.changeId('G0SHARED', 'C0SHARED'),
    { type: 'channel_id_changed', old_channel_id: 'G0SHARED', new_channel_id: 'C0SHARED' },
  ],
  [({ channels }) => channels.delete('C0SHARED'), { type: 'group_deleted', channel: 'C0SHARED' }],
  [({ channels, botUserId }) => channels.remove('G0VINES', botUserId), { type: 'group_left', channel: 'G0VINES' }],
  [({ channels, botUserId }) => channels.remove('C0BEDS', botUserId), { type: 'channel_left', channel: 'C0BEDS' }],
  [({ renameTeam }) => renameTeam({ name: 'Brown Fingers' }), { type: 'team_rename', name: 'Brown Fingers' }],
  [({ renameTeam }) => renameTeam({ domain: 'brown' }), { type: 'team_domain_change', domain: 'brown' }],
  [
    ({ uninstall }) => uninstall(),
    { type: 'app_uninstalled' },
    { type: 'tokens_revoked', tokens: { bot: ['U0APPBOT001'] } },
  ],
];

const reacted = (anna: ReturnType<Slack['as']>) => {
  const [first] = anna.messages('C0BEDS');
  return anna.reacts('seedling', { channel: 'C0BEDS', ts: first?.ts ?? '' });
};

const shared = (anna: ReturnType<Slack['as']>) =>
  anna.types('see', { in: 'C0BEDS', files: [anna.uploads({ name: 'beans.csv', content: 'beans' })] });

/** Where all of it can happen. */
export const busySeed: Seed = {
  ...seed,
  channels: [
    ...seed.channels,
    { id: 'G0SHARED', name: 'shared', kind: 'private', members: ['U0ANNA'], bot: true },
    { id: 'G0VINES', name: 'vine', kind: 'private', members: ['U0ANNA'], bot: true },
  ],
};
