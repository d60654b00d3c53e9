import type {
  BlocksValidateArguments,
  BlocksValidateResponse,
  ViewsOpenArguments,
  ViewsOpenResponse,
  ViewsPublishArguments,
  ViewsPublishResponse,
  ViewsPushArguments,
  ViewsPushResponse,
  ViewsUpdateArguments,
  ViewsUpdateResponse,
} from '@slack/web-api';
import { type Trigger, useTrigger } from '../passes.ts';
import { isExternal } from '../people.ts';
import type { World } from '../session.ts';
import { asJson, type StoredView } from '../state.ts';
import { type Mistake, mistakesInMessage, mistakesInView, mistakesInWholeMessage } from '../validate.ts';
import {
  findView,
  homeOf,
  openView,
  publishHome,
  pushView,
  type SentView,
  stackOf,
  updateView,
  viewShape,
} from '../views.ts';
import { checkedView } from './content.ts';
import { type Method, method, missing, Refused } from './method.ts';

const open = method<ViewsOpenArguments, ViewsOpenResponse>([], (world, args) => {
  const view = fresh(world, checkedView(world, args.view, 'modal'));
  const { userId, channel } = passFor(world, args.trigger_id);
  return { view: viewShape(world, openView(world, userId, view, channel)) };
});

const push = method<ViewsPushArguments, ViewsPushResponse>([], (world, args) => {
  const view = fresh(world, checkedView(world, args.view, 'modal'));
  const { userId } = passFor(world, args.trigger_id);
  if (stackOf(world, userId).length === 0)
    throw new Refused('invalid_arguments', [
      '[ERROR] must match the `type` of the root view whose stack we’re pushing onto [json-pointer:/view/type]',
    ]);
  const pushed = pushView(world, userId, view);
  if ('error' in pushed) throw new Refused(pushed.error);
  return { view: viewShape(world, pushed) };
});

const update = method<ViewsUpdateArguments, ViewsUpdateResponse>([], (world, args) => {
  if (!args.view_id && !args.external_id) throw missing('view_id');
  const old = findView(world, {
    ...(args.view_id && { view_id: args.view_id }),
    ...(args.external_id && { external_id: args.external_id }),
  });
  if (!old) throw new Refused('not_found');
  const view = fresh(world, checkedView(world, args.view, old.type), old);
  sameHash(old, args.hash);
  return { view: viewShape(world, updateView(world, old, view)) };
});

const publish = method<ViewsPublishArguments, ViewsPublishResponse>([], (world, args) => {
  const person = world.state.people[String(args.user_id)];
  if (!person || isExternal(world, person)) throw new Refused('invalid_arguments', ['[ERROR] invalid `user_id`']);
  if (!world.manifest.features?.app_home?.home_tab_enabled) throw new Refused('not_enabled');
  const old = homeOf(world, person.id);
  const view = fresh(world, checkedView(world, args.view, 'home'), old);
  sameHash(old, args.hash);
  return { view: viewShape(world, publishHome(world, person.id, view)) };
});

const validate = method<BlocksValidateArguments, BlocksValidateResponse>([], (_world, { blocks, message, view }) => {
  const given = [blocks, message, view].filter((each) => each !== undefined);
  if (given.length !== 1)
    throw new Refused('invalid_arguments', ['must provide exactly one of `blocks`, `view`, or `message`']);
  if (blocks !== undefined) throwIfWrong('invalid_blocks', mistakesInMessage(asJson(blocks), ''));
  if (message !== undefined) throwIfWrong('invalid_message', mistakesInWholeMessage(asJson(message)));
  if (view !== undefined) throwIfWrong('invalid_view', mistakesInView(asJson(view), ''));
  return {};
});

/** docs.slack.dev/reference/methods/views.… and blocks.validate */
export const views: Record<string, Method> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
  'blocks.validate': validate,
};

function passFor(world: World, triggerId: unknown): Trigger {
  if (!triggerId) throw missing('trigger_id');
  const found = useTrigger(world, String(triggerId));
  if ('error' in found) throw new Refused(found.error, [`[ERROR] invalid \`trigger_id\``]);
  return found;
}

/** A view whose external_id no other view has. */
function fresh(world: World, view: SentView, old?: StoredView): SentView {
  const same = view.external_id && findView(world, { external_id: view.external_id });
  if (same && same.id !== old?.id) throw new Refused('duplicate_external_id');
  return view;
}

function sameHash(old: StoredView | undefined, hash: unknown) {
  if (hash && old && old.hash !== hash) throw new Refused('hash_conflict');
}

function throwIfWrong(error: string, mistakes: Mistake[]) {
  if (mistakes.length === 0) return;
  const errors = mistakes.map(({ message, pointer, constraint }) => ({
    code: 'failed_constraint',
    message,
    pointer,
    ...(constraint && { constraint }),
  }));
  throw new Refused(error, [], { errors });
}
