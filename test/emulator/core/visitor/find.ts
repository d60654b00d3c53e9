import { type Placed, placedElements } from '../inputs.ts';
import { type Names, readText } from '../readable.ts';
import { blocksOf, type Seen, seenIn } from '../seen.ts';
import type { World } from '../session.ts';
import { messagesIn } from '../timeline.ts';
import type { Block, Element, Option, Place, Spot } from '../types.ts';
import { homeOf, stackOf } from '../views.ts';
import { dmOf, messagesSeen, namesIn, seenView } from './look.ts';

/** An element, and what it was seen in. */
export type Found = { seen: Seen; placed: Placed };

/** The newest thing with that label: in the modal on top, else in the newest message, else on Home. */
export function findByLabel(
  world: World,
  userId: string,
  { in: at, beside = '' }: Spot,
  fits: (placed: Placed) => boolean,
): Found | undefined {
  const names = namesIn(world);
  for (const seen of placesOf(world, userId, at)) {
    const blocks = blocksOf(seen);
    const placed = placedElements(blocks).find(
      (each) => fits(each) && textBeside(blocks, each.block, names).includes(beside),
    );
    if (placed) return { seen, placed };
  }
  return undefined;
}

/** The words of a block, or of the nearest one above it that has any. */
function textBeside(blocks: readonly Block[], block: Block, names: Names): string {
  const above = blocks.slice(0, blocks.indexOf(block) + 1).reverse();
  const speaking = above.find(({ text, label }) => text ?? label);
  return readText(speaking?.text ?? speaking?.label, names);
}

/** Where somebody would look, in that order. */
function* placesOf(world: World, userId: string, at: Place | undefined): Generator<Seen> {
  if (at === undefined || at === 'modal') yield* viewSeen(stackOf(world, userId).at(-1));
  if (at === undefined) yield* messagesOf(world, userId);
  if (at === undefined || at === 'home') yield* viewSeen(homeOf(world, userId));
  if (typeof at === 'object') yield* messageSeen(world, userId, at);
}

/** What somebody has typed is a block too, with nothing in it to click on. */
const isMoreThanWords = ({ type }: Block) => type !== 'rich_text';

const viewSeen = (view: ReturnType<typeof homeOf>): Seen[] => (view ? [{ kind: 'view', view }] : []);

function messageSeen(world: World, userId: string, { channel, ts }: { channel: string; ts: string }): Seen[] {
  const seen = seenIn(world, userId, { kind: 'message', channel, ts });
  return seen ? [seen] : [];
}

/** Every message with blocks in this person's conversations, the newest first; most are never asked for. */
function* messagesOf(world: World, userId: string): Generator<Seen> {
  const mine = Object.values(world.state.channels).filter(({ members }) => members.includes(userId));
  const posted = mine.flatMap(({ id }) => messagesIn(world, id));
  const withBlocks = [...posted, ...(world.ephemerals.get(userId) ?? [])].filter(
    ({ blocks, attachments = [] }) => attachments.length > 0 || blocks.some(isMoreThanWords),
  );
  withBlocks.sort((one, other) => Number(other.ts) - Number(one.ts));
  for (const message of withBlocks) yield* messageSeen(world, userId, message);
}

/** Whether an element is a button with that label. */
export const isButton =
  (label: string) =>
  ({ element }: Placed) =>
    isClickable(element) && wordsOn(element).includes(label);

const isClickable = ({ type }: Element) => type === 'button' || type === 'icon_button' || type === 'feedback_buttons';

const wordsOn = ({ text, positive_button, negative_button }: Element) =>
  [text, positive_button?.text, negative_button?.text].map((each) => readText(each));

/** Whether a field goes by that name: its label, placeholder, action_id, or the text it stands beside; ⋯ for a menu. */
export const isCalled =
  (world: World, name: string) =>
  ({ block, element }: Placed): boolean => {
    if (isClickable(element)) return false;
    const beside = block.accessory === element ? readText(block.text, namesIn(world)) : '';
    const names = [readText(block.label), readText(element.placeholder), element.action_id, block.block_id];
    return (
      names.includes(name) || (beside !== '' && beside.includes(name)) || (name === '⋯' && element.type === 'overflow')
    );
  };

/** Every option a select, radio, checkbox or menu shows by itself. */
export const optionsOf = (element: Element): Option[] => [
  ...(element.options ?? []),
  ...(element.option_groups ?? []).flatMap(({ options }) => options),
];

/** A mistake in a test: what it names isn’t there. */
export const nothingCalled = (world: World, userId: string, name: string) =>
  new Error(`${userId} sees nothing called "${name}". What they see:\n${sight(world, userId)}`);

/** The DM with the app and the open modal, as text. */
export function sight(world: World, userId: string): string {
  const messages = messagesSeen(world, userId, dmOf(world, userId)?.id ?? '');
  const said = messages.map(
    ({ name, ephemeral, readable }) => `${name}${ephemeral ? ' (only you)' : ''}:\n${readable}`,
  );
  const modal = stackOf(world, userId).at(-1);
  const open = modal && seenView(world, modal);
  const errors = Object.entries(open?.errors ?? {}).map(([label, message]) => `! ${label}: ${message}`);
  return [...said, ...(open ? [`[modal] ${open.readable}`, ...errors] : [])].join('\n\n');
}
