import type { Ack } from '../delivery/deliver.ts';
import { fieldOf, type Placed } from '../inputs.ts';
import { blockActions, blockSuggestion } from '../interactions.ts';
import { readText } from '../readable.ts';
import { placedIn, type Seen, seenIn, valuesIn } from '../seen.ts';
import { notice, refuse, type World } from '../session.ts';
import { messageKey } from '../state.ts';
import { findEphemeral } from '../timeline.ts';
import type { Act, Choice, InputValue, JsonObject, Option, OptionGroup } from '../types.ts';
import { mistakesInOptions } from '../validate.ts';
import { answerTo, objectionTo, pressed } from './answers.ts';
import { type Desk, interact, tell } from './desk.ts';
import { optionsOf } from './find.ts';
import { maySee } from './look.ts';

/** Slack's default for external selects: fewer characters ask nobody. */
const SHORTEST_QUERY = 3;

/** A click or a choice, by ids. Undefined when the app isn't told: an input waits for the submit. */
export async function act(desk: Desk, { container, blockId, actionId, value, typing }: Act): Promise<Ack | undefined> {
  const seen = isInSight(desk, container) ? seenIn(desk.world, desk.userId, container) : undefined;
  const placed = seen && placedIn(seen, blockId, actionId);
  if (!seen || !placed) {
    // The last letters of a form that was closed meanwhile are nobody's loss.
    if (!typing) notice(desk.world, desk.userId, 'This is no longer there');
    return undefined;
  }
  return actOn(desk, seen, placed, value, typing);
}

/** Somebody can't act in a conversation that they don't see. */
function isInSight({ world, userId }: Desk, container: Act['container']): boolean {
  if (container.kind === 'view') return true;
  const channel = world.state.channels[container.channel];
  return (
    channel !== undefined &&
    (maySee(world, channel, userId) || findEphemeral(world, userId, container.ts) !== undefined)
  );
}

/** The same where it is known what is seen there. */
export async function actOn(
  desk: Desk,
  seen: Seen,
  placed: Placed,
  value?: Act['value'],
  typing = false,
): Promise<Ack | undefined> {
  const { block, element } = placed;
  const objection = objectionTo(desk, element, value);
  if (objection) return tell(desk, objection);
  const answer = answerTo(desk, element, value, offeredIn(desk, seen, placed));
  if (answer && element.type !== 'overflow') keep(desk, seen, placed, answer);
  const told = !typing && (block.type !== 'input' || block.dispatch_action === true);
  return told ? interact(desk, blockActions(desk.world, desk.userId, seen, pressed(placed, value), answer)) : undefined;
}

function keep({ world, userId }: Desk, seen: Seen, { block, element }: Placed, answer: InputValue) {
  const values = valuesIn(world, userId, seen);
  const kept = { ...values, [block.block_id]: { ...values[block.block_id], [element.action_id]: answer } };
  if (seen.kind === 'view') seen.view.values = kept;
  else world.state.chosen[messageKey(userId, seen.channel.id, seen.message.ts)] = kept;
  world.changed();
}

const offeredKey = (userId: string, seen: Seen, { block, element }: Placed) =>
  [userId, seen.kind === 'view' ? seen.view.id : seen.message.ts, block.block_id, element.action_id].join(' ');

/** Every option that may be chosen here: its own, those the app offered on a search, and what stands there already. */
export function offeredIn({ world, userId }: Desk, seen: Seen, placed: Placed): Option[] {
  const { block, element } = placed;
  const current = valuesIn(world, userId, seen)[block.block_id]?.[element.action_id];
  const standing = fieldOf(element.type).startsWith('selected_option')
    ? [current?.selected_option, ...(current?.selected_options ?? [])].filter((option) => option != null)
    : [];
  return [...optionsOf(element), ...(world.offered.get(offeredKey(userId, seen, placed)) ?? []), ...standing];
}

/** Asks the app for the options that fit what was typed. */
export async function search(desk: Desk, seen: Seen, placed: Placed, typed: string): Promise<Choice[]> {
  const { world, userId } = desk;
  const shortest = placed.element.min_query_length ?? SHORTEST_QUERY;
  if ([...typed].length < shortest) return [];
  const ack = await interact(desk, blockSuggestion(world, userId, seen, placed, typed), true);
  const answer = ack.body;
  const usable =
    answer && typeof answer === 'object' && !Array.isArray(answer) ? checkedOptions(world, answer) : undefined;
  if (!usable) return [];
  const groups: OptionGroup[] = usable.option_groups ?? [];
  const choices = [
    ...(usable.options ?? []).map((option) => ({ option, group: undefined })),
    ...groups.flatMap(({ label, options }) => options.map((option) => ({ option, group: readText(label) }))),
  ];
  const key = offeredKey(userId, seen, placed);
  world.offered.set(
    key,
    choices.map(({ option }) => option),
  );
  return choices.map(({ option, group }) => ({
    text: readText(option.text),
    value: option.value,
    description: option.description && readText(option.description),
    group,
  }));
}

type Offer = { options?: Option[]; option_groups?: OptionGroup[] };

function checkedOptions(world: World, answer: JsonObject): Offer | undefined {
  const mistakes = mistakesInOptions(answer);
  if (mistakes.length === 0) return answer as Offer;
  refuse(
    world,
    'options',
    'invalid_options',
    mistakes.map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`),
  );
  return undefined;
}
