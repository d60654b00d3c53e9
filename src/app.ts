import {
  type AllMiddlewareArgs,
  App,
  type BlockAction,
  type Receiver,
  type SlackActionMiddlewareArgs,
  type SlackCommandMiddlewareArgs,
  type SlackEventMiddlewareArgs,
  type SlackOptionsMiddlewareArgs,
  type SlackShortcutMiddlewareArgs,
  type SlackViewMiddlewareArgs,
} from '@slack/bolt';
import { meaningOf } from '../commands/index.ts';
import { allow } from './admission.ts';
import {
  type Admission,
  comeIn,
  enter,
  type House,
  type Request,
  sentenceFor,
  sentenceInForm,
  served,
} from './boundary.ts';
import { within } from './deadline.ts';
import { publishHome } from './features/home/index.ts';
import { faultOf } from './log.ts';
import { actionOf, type OpenView } from './slack/action.ts';
import { section } from './slack/blocks.ts';
import { interactiveOptions } from './slack/clients.ts';
import type { Mrkdwn } from './slack/escape.ts';
import { fieldOf, formIds } from './slack/modal.ts';
import { sdkLogger } from './slack/sdk-logger.ts';
import { say } from './slack/texts.ts';
import { modalView } from './slack/view.ts';

/** How long finding out who it is and saving a form may take together: at 3 s Slack shows an error of its own. */
const SAVE_MS = 2_000;

type Wiring = {
  house: House;
  receiver: Receiver;
  botToken: string;
  botUserId: string;
  slackApiUrl?: string | undefined;
};

/**
 * Joins Slack and the house. One listener per sort of payload, and a table each for what is meant: Bolt asks every
 * listener about every request, so forty of them would cost more than all our work.
 */
export function createApp({ house, receiver, botToken, botUserId, slackApiUrl }: Wiring): App {
  const app = new App({
    receiver,
    authorize: async () => ({ botToken, botUserId }),
    clientOptions: interactiveOptions(slackApiUrl),
    convoStore: false,
    tokenVerificationEnabled: false,
    logger: sdkLogger(house.log),
  });
  app.command(/.*/, (request) => onCommand(house, request));
  app.action<BlockAction>(/.*/, (request) => onAction(house, request));
  app.shortcut(/.*/, (request) => onShortcut(house, request));
  app.view({ callback_id: /.*/, type: 'view_submission' }, (request) => onView(house, request));
  app.view({ callback_id: /.*/, type: 'view_closed' }, (request) => onView(house, request));
  app.options<'block_suggestion'>(/.*/, (request) => onOptions(house, request));
  app.event(/.*/, (request) => onEvent(house, request));
  return app;
}

async function onCommand(house: House, { command, ack, respond }: SlackCommandMiddlewareArgs) {
  const { command: name, text, team_id, user_id, trigger_id } = command;
  const request = { ...person(name, team_id, user_id, trigger_id), respond };
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
    ...person(payload.action_id, body.team?.id, body.user.id, body.trigger_id, body.user.team_id),
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
    ...person(callback_id, team?.id, user.id, trigger_id, 'team_id' in user ? user.team_id : undefined),
    ...(shortcut.type === 'message_action' && { message: { channel: shortcut.channel.id, ts: shortcut.message_ts } }),
  };
  const entered = await enter(house, request);
  await ack();
  if ('says' in entered) return tellOutside(house, request, entered.says);
  const found = house.dispatch.shortcuts.get(callback_id);
  if (found) await served(house, request, entered, found.by, (deps, turn) => found.run(deps, turn));
}

/** A form is saved before it is acknowledged: what the person sees closing is in the database. */
async function onView(house: House, { body, view, ack }: SlackViewMiddlewareArgs) {
  const listener = house.dispatch.modals.get(view.callback_id);
  const triggerId = 'trigger_id' in body ? String(body.trigger_id) : view.id;
  const request = { ...person(view.callback_id, body.team?.id, body.user.id, triggerId, body.user.team_id), view };
  if (body.type === 'view_closed' || !listener) {
    await ack();
    const closed = listener?.closed;
    const entered = await enter(house, request);
    if ('deps' in entered && closed)
      await served(house, request, entered, 'member', (deps, turn) => closed(deps, turn, formIds(view).draftId));
    return;
  }
  let entered: Admission | undefined;
  const submit = async () => {
    entered = await comeIn(house, request);
    allow(listener.by, entered.turn);
    return listener.submit(entered.deps, entered.turn, view);
  };
  try {
    const outcome = await within(SAVE_MS, submit());
    if (outcome === 'close') await ack();
    else if ('update' in outcome) await ack({ response_action: 'update', view: outcome.update });
    else return await ack({ response_action: 'errors', errors: besideFields(view, outcome.errors) });
  } catch (error) {
    const errors = besideFirst(view, sentenceInForm(house, request, error, entered?.turn.lang));
    return ack({ response_action: 'errors', errors });
  }
  if (!entered) return;
  await publishHome(entered.deps, entered.turn).catch((error: unknown) =>
    house.log.warn(faultOf(error), 'Home was not refreshed'),
  );
}

async function onOptions(house: House, { body, payload, ack }: SlackOptionsMiddlewareArgs<'block_suggestion'>) {
  const { action_id, value } = payload;
  const request = person(action_id, body.team?.id, body.user.id, action_id, body.user.team_id);
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

/** Commands carry no home team of the person: Slack refuses them to other organisations' people. */
const person = (trigger: string, teamId = '', userId: string, triggerId: string, userTeamId = teamId): Request => ({
  trigger,
  teamId,
  userId,
  userTeamId,
  requestId: triggerId,
  triggerId,
});

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

type Form = { blocks: readonly { type: string; block_id?: string }[] };

/** Errors by field become errors by block_id, whatever the field's revision; one without a field goes to the first. */
function besideFields(view: Form, errors: Record<string, string>): Record<string, string> {
  const inputs = view.blocks.filter(({ type }) => type === 'input').map(({ block_id = '' }) => block_id);
  const placed = Object.entries(errors).map(([field, says]) => [
    inputs.find((id) => fieldOf(id) === field) ?? inputs[0] ?? '',
    says,
  ]);
  return Object.fromEntries(placed);
}

const besideFirst = (view: Form, says: string) => besideFields(view, { '': says });
