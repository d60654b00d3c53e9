import type { SlackViewMiddlewareArgs, ViewClosedAction, ViewSubmitAction } from '@slack/bolt';
import { allow } from './admission.ts';
import {
  type Admission,
  comeIn,
  enter,
  type House,
  type Request,
  requestBy,
  sentenceInForm,
  served,
} from './boundary.ts';
import { within } from './deadline.ts';
import { publishHome } from './features/home/index.ts';
import { faultOf } from './log.ts';
import { besideFields, besideFirst } from './slack/form-errors.ts';
import { formIds, type Submitted } from './slack/modal.ts';

/** How long finding out who it is and saving a form may take together: at 3 s Slack shows an error of its own. */
export const SAVE_MS = 2_000;

/** A form is saved before it is acknowledged: what the person sees closing is in the database. */
export async function onSubmit(house: House, { body, view, ack }: SlackViewMiddlewareArgs<ViewSubmitAction>) {
  const listener = house.dispatch.modals.get(view.callback_id);
  if (!listener) return ack();
  const request = requestOf(body, body.trigger_id);
  let entered: Admission | undefined;
  let outcome: Submitted | undefined;
  const submit = async () => {
    entered = await comeIn(house, request);
    allow(listener.by, entered.turn);
    return listener.submit(entered.deps, entered.turn, view);
  };
  try {
    outcome = await within(SAVE_MS, submit());
    if (outcome === 'close') await ack();
    else if (outcome === 'close all') await ack({ response_action: 'clear' });
    else if ('update' in outcome) await ack({ response_action: 'update', view: outcome.update });
    else return await ack({ response_action: 'errors', errors: besideFields(view, outcome.errors) });
  } catch (error) {
    const errors = besideFirst(view, sentenceInForm(house, request, error, entered?.turn.lang));
    return ack({ response_action: 'errors', errors });
  }
  if (!entered) return;
  await after(house, request, outcome);
  await publishHome(entered.deps, entered.turn).catch((error: unknown) =>
    house.log.warn(faultOf(error), 'Home was not refreshed'),
  );
}

/** What a form set off that takes its time: its own habit tells what came of it. */
async function after(house: House, { trigger }: Request, outcome: Submitted) {
  if (typeof outcome === 'string' || !('after' in outcome)) return;
  await outcome
    .after?.()
    .catch((error: unknown) => house.log.error({ trigger, ...faultOf(error) }, 'work after a form failed'));
}

/** A form is closed unsaved; the request has no trigger, so nothing can be answered. */
export async function onClosed(house: House, { body, view, ack }: SlackViewMiddlewareArgs<ViewClosedAction>) {
  await ack();
  const closed = house.dispatch.modals.get(view.callback_id)?.closed;
  if (!closed) return;
  const request = requestOf(body, view.id);
  const entered = await enter(house, request);
  if ('says' in entered) return;
  await served(house, request, entered, 'member', (deps, turn) => closed(deps, turn, formIds(view).draftId));
}

const requestOf = ({ view, team, user }: ViewSubmitAction | ViewClosedAction, requestId: string): Request => ({
  ...requestBy(view.callback_id, team?.id, user.id, requestId, user.team_id),
  view,
});
