import { describe, expect, it } from 'vitest';
import { customerStore } from '../../src/features/customers/index.ts';
import { systemIds } from '../../src/ids.ts';
import { plus } from '../../src/time.ts';
import type { Visitor } from '../emulator/core/index.ts';
import { logs } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { aStreet } from '../support/street.ts';

const street = aStreet();
const FRIDAY = '2026-11-20T09:00:00Z';

describe.each(['socket', 'http'] as const)('Home over %s', (transport) => {
  it('a newcomer reads the question, that nothing is due, and how to begin', async () => {
    const house = await street.house({ at: FRIDAY, transport });
    const sanne = house.as('USANNE');
    await sanne.opensHome();
    expect(sanne.home?.readable).toContain('Wat zouden onze klanten hiervan vinden?');
    expect(sanne.home?.readable).toContain('Nog geen gesprek in november. Een kwartiertje is genoeg.');
    expect(sanne.home?.readable).toContain('Dit zie alleen jij.');
    expect(sanne.home?.readable).toContain('[Gesprek vastleggen]');
    expect(house.slack.refusals).toEqual([]);
  });
});

describe('Home', () => {
  it('shows the latest five, newest first, and counts all of the month', async () => {
    const house = await street.house({ at: FRIDAY });
    const ben = house.as('UBEN');
    for (let n = 1; n <= 6; n += 1) await logs(ben, { lang: 'en', customer: 'Harbour Cafe', learned: `Lesson ${n}` });
    await ben.opensHome();
    expect(ben.home?.readable).toContain('You had 6 conversations with customers in November.');
    expect(ben.home?.readable.match(/Lesson \d/g)).toHaveLength(5);
    expect(house.slack.refusals).toEqual([]);
  });

  it('shows a glance of a long text; the whole stands behind “Edit”', async () => {
    const house = await street.house({ at: FRIDAY });
    const ben = house.as('UBEN');
    const long = `begin ${'and so on '.repeat(290)} end`;
    await logs(ben, { lang: 'en', customer: 'Harbour Cafe', learned: long });
    await ben.opensHome();
    expect(ben.home?.readable).toContain('begin');
    expect(ben.home?.readable).not.toContain(' end');
    await ben.clicks('Edit', { in: 'home' });
    expect(ben.modal?.filled['What did you learn?']).toBe(long);
  });

  it('follows a save at once, and a month begins at each one’s own midnight', async () => {
    const house = await street.house({ at: '2026-11-30T20:00:00Z' });
    const [ben, kavya] = [house.as('UBEN'), house.as('UKAVYA')];
    await ben.opensHome();
    await logs(ben, { lang: 'en', customer: 'Harbour Cafe' });
    expect(ben.home?.readable).toContain('You had one conversation with a customer in November.');
    await kavya.opensHome();
    expect(kavya.home?.readable).toContain('My December');
  });

  it('the settings button is for admins', async () => {
    const house = await street.house({ at: FRIDAY });
    await house.as('UBEN').opensHome();
    expect(house.as('UBEN').home?.readable).not.toContain('[Settings]');
    const noor = house.as('UNOOR');
    await noor.opensHome();
    await noor.clicks('Instellingen', { in: 'home' });
    expect(noor.modal?.title).toBe('Instellingen');
  });

  it('shows nothing when somebody opens the messages tab', async () => {
    const house = await street.house({ at: FRIDAY });
    await house.as('UBEN').opensHome();
    const opened = house.slack.envelopes.findLast(({ type }) => type === 'events_api');
    if (!opened) throw new Error('Slack told of the Home tab');
    const published = () => house.slack.calls.filter(({ method }) => method === 'views.publish').length;
    const before = published();
    const event = { ...(opened.payload.event as object), tab: 'messages' };
    await house.slack.redeliver({ ...opened, payload: { ...opened.payload, event } });
    await house.settled();
    expect(published()).toBe(before);
  });

  it('holds everything there can be, to the last line, within what Slack takes', async () => {
    const house = await street.house({ at: '2026-11-16T09:00:00Z' });
    await street.choose(house, 'leaders', ['UNOOR']);
    await house.turnTo('2026-11-23T09:00:00Z', 60);
    await fillsHomeOf(house, 'UNOOR');
    const noor = house.as('UNOOR');
    await noor.opensHome();
    const home = noor.home?.readable ?? '';
    for (const part of [
      'Was jij er ook bij?',
      'Mijn laatste gesprekken',
      'Ook van jou deze maand',
      'Voor later',
      '[Instellingen]',
    ])
      expect(home).toContain(part);
    expect(home).toContain('Maandag 23 november');
    expect(home).toMatch(/vertelt wat dit allemaal is en hoe je ermee stopt\.$/);
    expect(house.slack.refusals).toEqual([]);
  });

  it('a click lands though Home was shown anew at that very moment', async () => {
    const house = await street.house({ at: FRIDAY });
    const ben = house.as('UBEN');
    await ben.opensHome();
    const { viewId, blockId, actionId } = buttonOnHome(ben, 'Log a conversation');
    await ben.opensHome();
    await house.settled();
    await ben.act({ container: { kind: 'view', viewId }, blockId, actionId });
    expect(ben.modal?.title).toBe('Customer conversation');
    expect(ben.notices).toEqual([]);
  });

  it('a click meant for a row that has gone reaches no other row', async () => {
    const house = await street.house({ at: FRIDAY });
    const ben = house.as('UBEN');
    await logs(ben, { lang: 'en', customer: 'Harbour Cafe', learned: 'The first' });
    await logs(ben, { lang: 'en', customer: 'Harbour Cafe', learned: 'The second' });
    await ben.opensHome();
    const { viewId, blockId, actionId } = buttonOnHome(ben, 'Withdraw');
    await ben.act({ container: { kind: 'view', viewId }, blockId, actionId });
    await house.settled();
    await ben.act({ container: { kind: 'view', viewId }, blockId, actionId });
    await house.settled();
    expect(await street.look(house, (tx) => tx.conversation.count())).toBe(1);
    expect(ben.notices).toEqual(['This is no longer there']);
  });

  it('Slack refusing to show it takes nothing from what was saved', async () => {
    const house = await street.house({ at: FRIDAY });
    house.slack.faults.add({ method: 'views.publish', error: 'internal_error' });
    const ben = house.as('UBEN');
    expect((await logs(ben, { lang: 'en', customer: 'Harbour Cafe' })).errors).toEqual({});
    expect(await street.look(house, (tx) => tx.conversation.count())).toBe(1);
  });
});

/** More of everything than Home shows: conversations of their own, joint ones answered and not, texts put aside. */
const fillsHomeOf = (house: House, userId: string) =>
  street.look(house, async (tx) => {
    const at = house.clock.now();
    const ids = Array.from({ length: 24 }, () => systemIds.uuid());
    const customer = { name: 'Tuinderij Bos', sort: 'customer', id: systemIds.uuid(), by: userId, at } as const;
    const { id: customerId } = await customerStore(tx).findOrAdd(customer);
    const told = { customerId, kind: 'call', learned: 'x'.repeat(3_000), heldOn: at, readers: 'me', counts: true };
    await tx.conversation.createMany({
      data: ids.map((id, n) => ({ ...told, id, savedAt: at, userId: n < 8 ? userId : 'UBEN' })),
    });
    await tx.companion.createMany({
      data: ids.slice(8).map((conversationId, n) => ({
        ...{ conversationId, userId, namedAt: at },
        answer: n % 2 ? 'yes' : null,
      })),
    });
    const fields = { text: 'y'.repeat(3_000), keptOn: '2026-11-20' };
    await tx.draft.createMany({
      data: ids.slice(0, 8).map((id) => ({ id, userId, kind: 'complaint', fields, expiresAt: plus(at, { days: 90 }) })),
    });
  });

/** Where the first button of that name stands on somebody's Home. */
function buttonOnHome(visitor: Visitor, label: string) {
  const { home } = visitor;
  for (const { block_id: blockId, elements = [] } of home?.blocks ?? [])
    for (const element of elements)
      if ('text' in element && JSON.stringify(element.text).includes(label))
        return { viewId: home?.id ?? '', blockId, actionId: String('action_id' in element && element.action_id) };
  throw new Error(`no button ${label} on Home`);
}
