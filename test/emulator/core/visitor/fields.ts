import type { Ack } from '../delivery/deliver.ts';
import type { Placed } from '../inputs.ts';
import { readText } from '../readable.ts';
import type { Seen } from '../seen.ts';
import type { World } from '../session.ts';
import type { Act, Choice, Element, Spot } from '../types.ts';
import { actOn, offeredIn, search } from './act.ts';
import type { Desk } from './desk.ts';
import { type Found, findByLabel, isCalled, nothingCalled } from './find.ts';
import { namesIn } from './look.ts';

/** Chooses by what a person reads: the option's text, a name, a date. */
export async function pick(
  desk: Desk,
  field: string,
  choice: string | readonly string[],
  spot: Spot = {},
): Promise<Ack | undefined> {
  const { seen, placed } = called(desk, field, spot);
  const texts = typeof choice === 'string' ? [choice] : choice;
  const values: string[] = [];
  for (const text of texts) values.push(await valueCalled(desk, seen, placed, text));
  return actOn(desk, seen, placed, takesSeveral(placed.element) ? values : values[0]);
}

/** Types into an external select by its name, and gets what the app offers. */
export async function searchIn(desk: Desk, field: string, typed: string, spot: Spot = {}): Promise<Choice[]> {
  const { seen, placed } = called(desk, field, spot, isExternal);
  return search(desk, seen, placed, typed);
}

const isExternal = ({ element }: Placed) => element.type.endsWith('external_select');

function called({ world, userId }: Desk, field: string, spot: Spot, fits = (_placed: Placed) => true): Found {
  const goesBy = isCalled(world, field);
  const found = findByLabel(world, userId, spot, (placed) => goesBy(placed) && fits(placed));
  if (!found) throw nothingCalled(world, userId, field);
  return found;
}

const takesSeveral = ({ type }: Element) => type === 'checkboxes' || type === 'file_input' || type.startsWith('multi_');

/** The value behind what a person reads. An external select is typed into when nothing of that text is there yet. */
async function valueCalled(desk: Desk, seen: Seen, placed: Placed, text: string): Promise<string> {
  const { type } = placed.element;
  if (/users_select$/.test(type)) return personCalled(desk.world, text);
  if (/(channels|conversations)_select$/.test(type)) return channelCalled(desk.world, text);
  if (type === 'file_input') return fileCalled(desk, text);
  if (/picker$|_input$/.test(type)) return text;
  const known = () =>
    offeredIn(desk, seen, placed).find((option) => readText(option.text, namesIn(desk.world)) === text);
  if (!known() && isExternal(placed)) await search(desk, seen, placed, text);
  const option = known();
  if (!option) throw new Error(`"${text}" is not offered; offered: ${offers(desk, seen, placed)}`);
  return option.value;
}

const offers = (desk: Desk, seen: Seen, placed: Placed) =>
  offeredIn(desk, seen, placed)
    .map(({ text }) => `"${readText(text, namesIn(desk.world))}"`)
    .join(', ') || 'nothing';

/** The newest of this person's uploads by that name, or the one with that id. */
function fileCalled({ world, userId }: Desk, name: string): string {
  const own = Object.values(world.state.files).filter(({ user }) => user === userId);
  const file = own.findLast((each) => each.id === name || each.name === name);
  if (!file) throw new Error(`${userId} has uploaded no file called ${name}`);
  return file.id;
}

function personCalled(world: World, name: string): string {
  const people = Object.values(world.state.people);
  const person = people.find(({ id, real_name, name: handle }) => [id, real_name, handle].includes(name));
  if (!person) throw new Error(`There is nobody called ${name}`);
  return person.id;
}

function channelCalled(world: World, name: string): string {
  const plain = name.replace(/^#/, '');
  const channel = Object.values(world.state.channels).find((each) => each.id === plain || each.name === plain);
  if (!channel) throw new Error(`There is no channel called ${name}`);
  return channel.id;
}

/** Fills fields of the modal on top by their labels. The last acknowledgement, where one of them told the app. */
export async function fill(desk: Desk, fields: Record<string, Act['value'] & {}>): Promise<Ack | undefined> {
  let last: Ack | undefined;
  for (const [label, value] of Object.entries(fields)) last = (await pick(desk, label, value, { in: 'modal' })) ?? last;
  return last;
}
