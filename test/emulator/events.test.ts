import { afterEach, describe, expect, it } from 'vitest';
import { SUBSCRIPTIONS } from './core/delivery/subscriptions.ts';
import type { Slack } from './core/index.ts';
import { declaring, told } from './declared.ts';
import { aGarden, type Garden, refusalOf } from './garden.ts';
import { busySeed, HAPPENINGS, type Said } from './happenings.ts';

const everyEvent = [...SUBSCRIPTIONS.keys()];
const everyScope = [...new Set([...SUBSCRIPTIONS.values()].flatMap(({ scopes }) => scopes))];

let garden: Garden;
let slack: Slack;

/** Starts a Slack whose app has subscribed to these events, and answers what it hears of everything that can happen. */
async function heardOf(events: readonly string[], scopes = everyScope) {
  garden = await aGarden({ manifest: declaring([...scopes, 'chat:write'], events), seed: busySeed });
  ({ slack } = garden);
  slack.waitFor(() => false);
  await garden.overSockets();
  const heard: Said[][] = [];
  for (const [does] of HAPPENINGS) {
    const before = told(slack).length;
    await does(slack);
    await slack.idle();
    heard.push(told(slack).slice(before) as Said[]);
  }
  return heard;
}

const MESSAGES: Record<string, string> = { im: 'message.im', channel: 'message.channels', group: 'message.groups' };

const subscriptionOf = ({ type, channel_type }: Said) => (type === 'message' ? MESSAGES[String(channel_type)] : type);

describe('Everything that can happen', () => {
  afterEach(() => garden.close());

  it('is told to an app that has subscribed to all of it', async () => {
    const heard = await heardOf(everyEvent);
    for (const [index, [, ...said]] of HAPPENINGS.entries())
      for (const says of said) expect(heard[index]?.find(({ type }) => type === says.type)).toMatchObject(says);
  });

  it('is told to nobody who has subscribed to nothing', async () => {
    expect((await heardOf([])).flat()).toEqual([]);
  });

  it('is told in part to an app that has subscribed to a part', async () => {
    const part = ['user_status_changed', 'message.groups', 'member_left_channel', 'app_uninstalled'];
    const heard = (await heardOf(part)).flat().map(subscriptionOf);
    expect(new Set(heard)).toEqual(new Set(part));
  });

  it('is told of public channels only where the app may know of no others', async () => {
    const events = ['member_left_channel', 'channel_id_changed', 'channel_shared'];
    const heard = (await heardOf(events, ['channels:read', 'files:read'])).flat();
    expect(new Set(heard.map(subscriptionOf))).toEqual(new Set(['member_left_channel', 'channel_shared']));
    expect(heard).not.toContainEqual(expect.objectContaining({ channel: 'G0VINES' }));
  });
});

describe('An optional scope', () => {
  afterEach(() => garden.close());

  it('that wasn’t granted keeps its events and methods away', async () => {
    const manifest = declaring(['chat:write'], ['message.channels', 'channel_archive']);
    const scopes = { bot: ['commands', 'chat:write'], bot_optional: ['channels:history', 'channels:read'] };
    garden = await aGarden({
      manifest: { ...manifest, oauth_config: { scopes } },
      withoutScopes: ['channels:history'],
    });
    ({ slack } = garden);
    await slack.as('U0BEN').types('dig', { in: 'C0BEDS' });
    slack.channels.archive('C0BEDS');
    expect(told(slack)).toMatchObject([{ type: 'channel_archive' }]);
    expect(slack.refusals).toMatchObject([{ what: 'event message.channels', error: 'missing_scope' }]);
    expect(await refusalOf(garden.web.conversations.history({ channel: 'C0BEDS' }))).toMatchObject({
      error: 'missing_scope',
      provided: 'commands,chat:write,channels:read',
    });
  });
});

describe('What goes around an event', () => {
  afterEach(() => garden.close());

  it('says for which app it is, and whether others read along', async () => {
    garden = await aGarden({ manifest: declaring(['channels:history'], ['message.channels']) });
    ({ slack } = garden);
    await slack.as('U0BEN').types('among us', { in: 'C0BEDS' });
    slack.channels.share('C0BEDS', 'T99');
    await slack.as('U0BEN').types('among all', { in: 'C0BEDS' });
    const [ours, everybodys] = slack.envelopes.filter(({ retry }) => retry === 0).map(({ payload }) => payload);
    expect(ours).toMatchObject({
      type: 'event_callback',
      team_id: 'T01',
      context_team_id: 'T01',
      api_app_id: slack.appId,
      event_id: expect.stringMatching(/^Ev/),
      event_context: expect.any(String),
      is_ext_shared_channel: false,
      authorizations: [{ team_id: 'T01', user_id: slack.botUserId, is_bot: true, is_enterprise_install: false }],
    });
    expect(everybodys).toMatchObject({ is_ext_shared_channel: true });
    expect(everybodys?.event_id).not.toBe(ours?.event_id);
  });
});

/** Can be subscribed to, and never comes here: Grid, workflows, AI, invitations, RTM's left-overs. */
const NEVER_HAPPENS = [
  ...['agent_session_stopped', 'agent_session_title_changed', 'app_context_changed', 'app_deleted', 'app_installed'],
  ...['app_requested', 'app_uninstalled_team', 'assistant_thread_context_changed', 'assistant_thread_started'],
  ...['call_rejected', 'channel_history_changed', 'dnd_updated', 'email_domain_changed', 'emoji_changed'],
  ...['entity_details_requested', 'file_change', 'file_comment_deleted', 'file_created', 'file_deleted', 'file_public'],
  ...['file_unshared', 'function_executed', 'grid_migration_finished', 'grid_migration_started', 'group_close'],
  ...['group_history_changed', 'group_open', 'im_close', 'im_created', 'im_history_changed', 'im_open'],
  ...['invite_requested', 'link_shared', 'message.mpim', 'message_metadata_deleted', 'message_metadata_posted'],
  ...['message_metadata_updated', 'pin_added', 'pin_removed', 'shared_channel_invite_accepted'],
  ...['shared_channel_invite_approved', 'shared_channel_invite_declined', 'shared_channel_invite_received'],
  ...['shared_channel_invite_requested', 'star_added', 'star_removed', 'subteam_self_added', 'subteam_self_removed'],
  ...['team_access_granted', 'team_access_revoked', 'user_huddle_changed', 'workflow_deleted', 'workflow_published'],
  ...['workflow_step_deleted', 'workflow_step_execute', 'workflow_unpublished'],
];

describe('The table of events', () => {
  it('has a page of Slack’s for each, and scopes that look like scopes', () => {
    for (const { name, docs, scopes } of SUBSCRIPTIONS.values()) {
      expect(docs).toBe(`https://docs.slack.dev/reference/events/${name}`);
      for (const scope of scopes) expect(scope).toMatch(/^[a-z_.]+:[a-z]+$/);
    }
  });

  it('holds what happens here, and what never does', () => {
    const happens = HAPPENINGS.flatMap(([, ...said]) => said.map(subscriptionOf));
    expect(new Set([...happens, ...NEVER_HAPPENS])).toEqual(new Set(everyEvent));
    expect(NEVER_HAPPENS.filter((name) => happens.includes(name))).toEqual([]);
  });
});
