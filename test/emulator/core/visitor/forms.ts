import { checkedView } from '../api/content.ts';
import { Refused } from '../api/method.ts';
import type { Ack } from '../delivery/deliver.ts';
import { complaintAbout, placedElements } from '../inputs.ts';
import { viewClosed, viewSubmission } from '../interactions.ts';
import { notice, refuse } from '../session.ts';
import type { StoredView } from '../state.ts';
import type { Json, JsonObject } from '../types.ts';
import { mistakesInAnswer } from '../validate.ts';
import { clearStack, popView, pushView, stackOf, updateView } from '../views.ts';
import { type Desk, interact } from './desk.ts';

/** Presses the submit button of the modal on top. Undefined when Slack itself finds something missing. */
export async function submit(desk: Desk): Promise<Ack | undefined> {
  const view = stackOf(desk.world, desk.userId).at(-1);
  if (!view) throw new Error(`${desk.userId} has no modal open`);
  view.errors = slackErrors(view);
  desk.world.changed();
  if (Object.keys(view.errors).length > 0) return undefined;
  giveFiles(desk, view);
  const ack = await interact(desk, viewSubmission(desk.world, view), true);
  if (ack.outcome === 'acked') obey(desk, view, ack.body);
  return ack;
}

/** From now on the app may fetch what stands in the form's file inputs. */
function giveFiles({ world }: Desk, { values }: StoredView) {
  const given = Object.values(values).flatMap((inputs) => Object.values(inputs).flatMap(({ files = [] }) => files));
  for (const { id } of given) {
    const file = world.state.files[id];
    if (file) file.givenToApp = true;
  }
}

/** What Slack's own client says before it asks the app. */
const slackErrors = (view: StoredView): Record<string, string> =>
  Object.fromEntries(
    placedElements(view.blocks)
      .filter(({ block }) => block.type === 'input')
      .map((placed) => {
        const value = view.values[placed.block.block_id]?.[placed.element.action_id];
        return [placed.block.block_id, complaintAbout(placed, value)] as const;
      })
      .filter((entry): entry is readonly [string, string] => entry[1] !== undefined),
  );

/** Does what the acknowledgement of a submit says: close, or errors, update, push, clear. */
function obey(desk: Desk, view: StoredView, body: Json | undefined) {
  const { world, userId } = desk;
  try {
    if (body === undefined || body === '' || isEmpty(body)) return closeTop(desk, view);
    answerWith(desk, view, checkedAnswer(view, body));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    refuse(world, 'view_submission', error.error, error.messages);
    notice(world, userId, 'We had some trouble connecting. Try again?');
  }
}

const isEmpty = (body: Json) => typeof body === 'object' && body !== null && Object.keys(body).length === 0;

/** Somebody may have closed it, or the app replaced it, while it was being submitted. */
function closeTop({ world, userId }: Desk, view: StoredView) {
  const top = stackOf(world, userId).at(-1);
  if (top?.id !== view.id) return;
  if (view.clearOnClose) clearStack(world, userId);
  else popView(world, userId);
}

function checkedAnswer({ blocks }: StoredView, body: Json): JsonObject {
  const inputs = blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id);
  const mistakes = mistakesInAnswer(body, inputs).map(({ message }) => message);
  if (mistakes.length > 0) throw new Refused('invalid_response', mistakes);
  return body as JsonObject;
}

function answerWith({ world, userId }: Desk, { id }: StoredView, body: JsonObject) {
  const view = world.state.views[id];
  switch (body.response_action) {
    case 'clear':
      return clearStack(world, userId);
    case 'update':
      return void (view && updateView(world, view, checkedView(world, body.view, 'modal')));
    case 'push': {
      const pushed = pushView(world, userId, checkedView(world, body.view, 'modal'));
      if ('error' in pushed) throw new Refused(pushed.error);
      return;
    }
    default:
      return view && showErrors(view, body.errors ?? {}, world.changed);
  }
}

function showErrors(view: StoredView, errors: Json, changed: () => void) {
  view.errors = Object.fromEntries(Object.entries(errors ?? {}).map(([blockId, said]) => [blockId, String(said)]));
  changed();
}

/** Closes the modal on top, or the whole stack; tells the app where it asked to be told. */
export async function close(desk: Desk, all: boolean): Promise<Ack | undefined> {
  const { world, userId } = desk;
  const stack = stackOf(world, userId);
  const top = stack.at(-1);
  if (!top) throw new Error(`${userId} has no modal open`);
  const cleared = all || top.clearOnClose;
  const closed = cleared ? stack.toReversed() : [top];
  const payloads = closed.filter(({ notifyOnClose }) => notifyOnClose).map((view) => viewClosed(world, view, cleared));
  if (cleared) clearStack(world, userId);
  else popView(world, userId);
  const acks = await Promise.all(
    payloads.map((payload) => desk.send({ type: 'interactive', payload, acceptsBody: false })),
  );
  return acks.find(({ outcome }) => outcome !== 'acked') ?? acks[0];
}
