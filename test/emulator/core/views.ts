import type { ViewsOpenResponse } from '@slack/web-api';
import { withIds } from './block-ids.ts';
import { valuesFor } from './inputs.ts';
import type { World } from './session.ts';
import { asJson, type StoredView } from './state.ts';
import type { Block, JsonObject, Text } from './types.ts';

const DEEPEST_STACK = 3;

/** A view that has passed the validator, as the app sent it. */
export type SentView = {
  type: 'modal' | 'home';
  callback_id?: string;
  external_id?: string;
  private_metadata?: string;
  title?: Text;
  submit?: Text;
  close?: Text;
  blocks: Block[];
  notify_on_close?: boolean;
  clear_on_close?: boolean;
};

/** The modals somebody has open, the one on top last. */
export const stackOf = (world: World, userId: string): StoredView[] =>
  (world.state.stacks[userId] ?? []).map((id) => world.state.views[id]).filter((view) => view !== undefined);

/** Opens a modal in place of whatever was open; `openedIn`: where that person was looking. */
export function openView(world: World, userId: string, sent: SentView, openedIn?: string): StoredView {
  clearStack(world, userId);
  return pushOnto(world, userId, sent, openedIn);
}

/** Puts a modal on top of the open ones, or answers Slack's word for why not. */
export function pushView(world: World, userId: string, sent: SentView): StoredView | { error: string } {
  if ((world.state.stacks[userId] ?? []).length >= DEEPEST_STACK) return { error: 'push_limit_reached' };
  return pushOnto(world, userId, sent);
}

function pushOnto(world: World, userId: string, sent: SentView, from?: string): StoredView {
  const below = stackOf(world, userId);
  const openedIn = from ?? below[0]?.openedIn;
  const id = world.nextId('V');
  const place = {
    id,
    userId,
    rootId: below[0]?.id ?? id,
    previousId: below.at(-1)?.id ?? null,
    ...(openedIn && { openedIn }),
  };
  const view = storedView(world, sent, place);
  world.state.stacks[userId] = [...below.map((each) => each.id), id];
  return view;
}

/** Replaces a view in its place; what was typed stays under the same ids. */
export function updateView(world: World, old: StoredView, sent: SentView): StoredView {
  const { id, userId, rootId, previousId, openedIn } = old;
  return storedView(world, sent, { id, userId, rootId, previousId, ...(openedIn && { openedIn }) }, old);
}

/** Puts a view on somebody’s Home tab in place of the one before. */
export function publishHome(world: World, userId: string, sent: SentView): StoredView {
  const old = homeOf(world, userId);
  const id = old?.id ?? world.nextId('V');
  world.state.homes[userId] = id;
  return storedView(world, sent, { id, userId, rootId: id, previousId: null }, old);
}

/** What stands on somebody’s Home tab. */
export const homeOf = (world: World, userId: string): StoredView | undefined =>
  world.state.views[world.state.homes[userId] ?? ''];

/** Takes the modal on top away; the one below is seen again. */
export function popView(world: World, userId: string) {
  const stack = [...(world.state.stacks[userId] ?? [])];
  const top = stack.pop();
  if (top) delete world.state.views[top];
  world.state.stacks[userId] = stack;
  world.changed();
}

/** Closes all modals of somebody. */
export function clearStack(world: World, userId: string) {
  for (const id of world.state.stacks[userId] ?? []) delete world.state.views[id];
  world.state.stacks[userId] = [];
  world.changed();
}

type Place = Pick<StoredView, 'id' | 'userId' | 'rootId' | 'previousId' | 'openedIn'>;

function storedView(world: World, sent: SentView, place: Place, old?: StoredView): StoredView {
  const blocks = withIds(world, sent.blocks);
  const view: StoredView = {
    ...place,
    type: sent.type,
    hash: `${Math.floor(world.now().getTime() / 1000)}.${world.nextId('h')}`,
    callbackId: sent.callback_id ?? '',
    externalId: sent.external_id ?? '',
    privateMetadata: sent.private_metadata ?? '',
    ...(sent.title && { title: sent.title }),
    ...(sent.submit && { submit: sent.submit }),
    ...(sent.close && { close: sent.close }),
    blocks,
    notifyOnClose: sent.notify_on_close ?? false,
    clearOnClose: sent.clear_on_close ?? false,
    values: valuesFor(blocks, old?.values, place.openedIn),
    errors: {},
  };
  world.state.views[view.id] = view;
  world.changed();
  return view;
}

/** A view by its id or by the id the app gave it. */
export const findView = (world: World, { view_id, external_id }: { view_id?: string; external_id?: string }) =>
  Object.values(world.state.views).find((view) =>
    view_id ? view.id === view_id : Boolean(external_id) && view.externalId === external_id,
  );

type View = NonNullable<ViewsOpenResponse['view']>;

/** A view as the Web API and payloads show it. */
export function viewShape(world: World, view: StoredView): View {
  const { team, bot } = world.state;
  const shape: JsonObject = {
    id: view.id,
    team_id: team.id,
    type: view.type,
    blocks: asJson(view.blocks),
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values: asJson(view.values) },
    hash: view.hash,
    title: asJson(view.title ?? { type: 'plain_text', text: 'View Title', emoji: true }),
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    close: asJson(view.close),
    submit: asJson(view.submit),
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: bot.appId,
    external_id: view.externalId,
    app_installed_team_id: team.id,
    bot_id: bot.botId,
  };
  return shape as View;
}
