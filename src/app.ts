import {
  type AllMiddlewareArgs,
  type AnyMiddlewareArgs,
  App,
  type BlockAction,
  type Receiver,
  type SlackActionMiddlewareArgs,
  type SlackCommandMiddlewareArgs,
  type SlackEventMiddlewareArgs,
  type SlackOptionsMiddlewareArgs,
  type SlackShortcutMiddlewareArgs,
  type SlackViewMiddlewareArgs,
  type ViewClosedAction,
  type ViewSubmitAction,
} from '@slack/bolt';
import { meaningOf } from '../commands/index.ts';
import { allow } from './admission.ts';
import { comeIn, enter, type House, type Request, requestBy, sentenceFor, served } from './boundary.ts';
import type { Clock } from './clock.ts';
import { fetchWithin, within } from './deadline.ts';
import { publishHome } from './features/home/index.ts';
import { onClosed, onSubmit, SAVE_MS } from './forms.ts';
import { faultOf } from './log.ts';
import type { Meters } from './meters.ts';
import { timeAcks } from './slack/ack-times.ts';
import { actionOf, type OpenView } from './slack/action.ts';
import { section } from './slack/blocks.ts';
import { interactiveOptions } from './slack/clients.ts';
import type { Mrkdwn } from './slack/escape.ts';
import { sdkLogger } from './slack/sdk-logger.ts';
import { say } from './slack/texts.ts';
import { modalView } from './slack/view.ts';

/** What an answer by a response_url may take, as all that somebody waits for. Bolt itself would wait for five minutes. */
const REPLY_MS = 2_500;

type Wiring = {
  house: House;
  receiver: Receiver;
  botToken: string;
  botUserId: string;
  slackApiUrl?: string | undefined;
  clock: Clock;
  meters: Pick<Meters, 'acked'>;
};

/**
 * Joins Slack and the house. No listeners but one, and a table for each sort of payload: Bolt asks every listener about
 * every request, so forty of them would cost more than all our work.
 */
export function createApp({ house, receiver, botToken, botUserId, slackApiUrl, clock, meters }: Wiring): App {
  const app = new App({
    receiver,
    authorize: async () => ({ botToken, botUserId }),
    clientOptions: { ...interactiveOptions(slackApiUrl), fetch: fetchWithin(REPLY_MS) },
    convoStore: false,
    tokenVerificationEnabled: false,
    logger: sdkLogger(house.log),
  });
  timeAcks(app, clock, meters.acked);
  app.use((request) => onRequest(house, request));
  return app;
}

async function onRequest(house: House, request: AnyMiddlewareArgs & AllMiddlewareArgs): Promise<void> {
  if ('command' in request) return onCommand(house, request);
  if (isSearch(request)) return onOptions(house, request);
  if (isClick(request)) return onAction(house, request);
  if (isSubmit(request)) return onSubmit(house, request);
  if (isClosed(request)) return onClosed(house, request);
  if ('shortcut' in request) return onShortcut(house, request);
  if ('event' in request) return onEvent(house, request);
}

const isSearch = (request: AnyMiddlewareArgs): request is SlackOptionsMiddlewareArgs<'block_suggestion'> =>
  'options' in request && request.body.type === 'block_suggestion';
const isClick = (request: AnyMiddlewareArgs): request is SlackActionMiddlewareArgs<BlockAction> =>
  'action' in request && request.body.type === 'block_actions';
const isSubmit = (request: AnyMiddlewareArgs): request is SlackViewMiddlewareArgs<ViewSubmitAction> =>
  'view' in request && request.body.type === 'view_submission';
const isClosed = (request: AnyMiddlewareArgs): request is SlackViewMiddlewareArgs<ViewClosedAction> =>
  'view' in request && request.body.type === 'view_closed';

async function onCommand(house: House, { command, ack, respond }: SlackCommandMiddlewareArgs) {
  const { command: name, text, team_id, user_id, trigger_id } = command;
  const request = { ...requestBy(name, team_id, user_id, trigger_id), respond };
  const entered = await enter(house, request);
  if ('says' in entered) return ack({ response_type: 'ephemeral', text: entered.says });
  await ack();
  const meaning = meaningOf(name, text);
  await served(house, request, entered, meaning.by, (deps, turn) => meaning.run(deps, turn, meaning.text));
}

async function onAction(house: House, args: SlackActionMiddlewareArgs<BlockAction>) {
  const { body, payload, ack, respond } = args;
  const view = body.view as OpenView | undefined;
  const request: Request = {
    ...requestBy(payload.action_id, body.team?.id, body.user.id, body.trigger_id, body.user.team_id),
    ...(body.response_url && { respond }),
    ...(view && { view }),
    ...(body.message && body.channel && { message: { channel: body.channel.id, ts: body.message.ts } }),
  };
  const entered = await enter(house, request);
  await ack();
  if ('says' in entered) return tellOutside(house, request, entered.says);
  const listener = house.dispatch.actions.get(actionOf(payload.action_id));
  if (!listener) return; // an input that is read when its form is saved
  await served(house, request, entered, listener.by, async (deps, turn) => {
    await listener.run(deps, turn, 'value' in payload ? payload.value : chosenIn(payload));
    if (view) await publishHome(deps, turn);
  });
}

async function onShortcut(house: House, { shortcut, ack }: SlackShortcutMiddlewareArgs) {
  const { callback_id, team, user, trigger_id } = shortcut;
  const request: Request = {
    ...requestBy(callback_id, team?.id, user.id, trigger_id, 'team_id' in user ? user.team_id : undefined),
    ...(shortcut.type === 'message_action' && { message: { channel: shortcut.channel.id, ts: shortcut.message_ts } }),
  };
  const entered = await enter(house, request);
  await ack();
  if ('says' in entered) return tellOutside(house, request, entered.says);
  const found = house.dispatch.shortcuts.get(callback_id);
  if (found) await served(house, request, entered, found.by, (deps, turn) => found.run(deps, turn));
}

async function onOptions(house: House, { body, payload, ack }: SlackOptionsMiddlewareArgs<'block_suggestion'>) {
  const { action_id, value } = payload;
  const request = requestBy(action_id, body.team?.id, body.user.id, action_id, body.user.team_id);
  const found = house.dispatch.options.get(action_id);
  const find = async () => {
    const { deps, turn } = await comeIn(house, request);
    if (found) allow(found.by, turn);
    return found?.find(deps, turn, value) ?? [];
  };
  try {
    return await ack({ options: await within(SAVE_MS, find()) });
  } catch (error) {
    sentenceFor(house, request, error);
    return ack({ options: [] });
  }
}

/** Bolt has acknowledged it already: a failure is only ours to know, and the nightly reconcile mends it. */
async function onEvent(house: House, { event, body }: SlackEventMiddlewareArgs & AllMiddlewareArgs) {
  const listeners = house.dispatch.events.get(event.type) ?? [];
  try {
    const deps = listeners.length > 0 ? await house.forTeam(body.team_id) : undefined;
    if (deps) for (const listener of listeners) await listener.run(deps, { ...event });
  } catch (error) {
    house.log.error({ trigger: event.type, ...faultOf(error) }, 'an event failed');
  }
}

/** Where a click can't be answered by the house: below the message, or in a small modal. */
async function tellOutside(house: House, request: Request, text: Mrkdwn) {
  const { respond, triggerId, view, teamId } = request;
  if (respond) return void (await respond({ response_type: 'ephemeral', replace_original: false, text }));
  const modal = modalView({
    id: 'notice',
    title: say('en').noticeTitle,
    close: say('en').close,
    blocks: [section(text)],
  });
  const { views } = house.slackOf(teamId);
  await (view?.type === 'modal' ? views.push : views.open)({ trigger_id: triggerId, view: modal });
}

const chosenIn = (payload: BlockAction['actions'][number]) =>
  'selected_option' in payload ? payload.selected_option?.value : undefined;
