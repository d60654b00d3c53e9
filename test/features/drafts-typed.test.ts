import { describe, expect, it } from 'vitest';
import { FORM, fillsIn, newest } from '../support/form.ts';
import { heard, startsNudges } from '../support/moves.ts';
import { settingsFor, startIn } from '../support/plain-start.ts';
import { aMinuteLater, aStreet } from '../support/street.ts';

const street = aStreet();
const FRIDAY = '2026-11-20T09:00:00Z';

async function at(when = FRIDAY) {
  const house = await street.house({ at: when });
  return { house, sanne: house.as('USANNE'), ben: house.as('UBEN') };
}

describe('what people write to Mantra that is no sentence', () => {
  it('an emoji alone is a text like any other, and nothing of it is lost', async () => {
    const { house, ben } = await at();
    await ben.types('🎉');
    expect(newest(ben)?.readable).toContain('Got it. What is it?');
    await ben.clicks('I spoke with a customer');
    await fillsIn(ben, { lang: 'en', customer: 'Harbour Cafe', how: 'Call' });
    expect((await ben.submits()).errors).toEqual({});
    expect(await street.look(house, (tx) => tx.conversation.findMany())).toMatchObject([{ learned: '🎉' }]);
  });

  it.each([
    ['USANNE', 'Ik kan hier alleen tekst lezen.'],
    ['UBEN', 'I can only read text here.'],
  ])('a file alone: %s hears that Mantra reads text', async (userId, says) => {
    const { house } = await at();
    const person = house.as(userId);
    const photo = person.uploads({ name: 'shelf.png', content: 'png' });
    await person.types('', { files: [photo] });
    expect(newest(person)?.readable).toContain(says);
    expect(house.slack.refusals).toEqual([]);
  });

  it('a file with words: the words are taken', async () => {
    const { ben } = await at();
    await ben.types('The shelf they told me about', { files: [ben.uploads({ name: 'shelf.png', content: 'png' })] });
    await ben.clicks('I spoke with a customer');
    expect(ben.modal?.filled[FORM.en.learned]).toBe('The shelf they told me about');
  });

  it('an answer in a thread that is shown in the conversation too', async () => {
    const { house, ben } = await at();
    await ben.types('They count in crates');
    await aMinuteLater(house);
    const threadTs = newest(ben)?.ts ?? '';
    await ben.types('And in dozens', { threadTs, broadcast: true });
    await aMinuteLater(house);
    const answer = ben.messages().findLast(({ bot }) => bot);
    await ben.clicks('I spoke with a customer', { ...(answer && { in: answer }) });
    expect(ben.modal?.filled[FORM.en.learned]).toBe('And in dozens');
  });
});

describe('messages of other sorts', () => {
  /** Slack tells of one more message in Ben's conversation with Mantra; how many answers stand there then. */
  async function answersTo(subtype: string) {
    const { house, ben } = await at();
    await ben.types('They count in crates');
    // The first is Ben's; Slack tells of Mantra's own answer too.
    const told = house.slack.envelopes.find(({ type }) => type === 'events_api');
    if (!told) throw new Error('Slack told of the message');
    const event = { ...(told.payload.event as object), subtype, ts: '1795165200.000900' };
    expect(event).toMatchObject({ type: 'message', user: 'UBEN' });
    await house.slack.redeliver({ ...told, payload: { ...told.payload, event_id: 'EvOther', event } });
    await aMinuteLater(house);
    return heard(house, 'UBEN').length;
  }

  it('one that begins with /me is answered too', async () => {
    expect(await answersTo('me_message')).toBe(2);
  });

  it.each(['message_changed', 'message_deleted', 'bot_message', 'channel_join'])('%s isn’t', async (subtype) => {
    expect(await answersTo(subtype)).toBe(1);
  });
});

describe('writing to Mantra', () => {
  it('works under a nudge', async () => {
    const { house, sanne } = await at();
    await startsNudges(house.as('UNOOR'));
    await house.turnTo('2026-12-01T09:05:00Z', 7 * 24 * 60);
    const nudge = heard(house, 'USANNE').at(-1);
    expect(nudge?.readable).toContain('Welke klant spreek jij in december?');
    await sanne.types('Ik sprak Bakkerij Zuid gisteren', { ...(nudge && { threadTs: nudge.ts }) });
    await aMinuteLater(house);
    const answer = sanne.messages().findLast(({ bot }) => bot);
    await sanne.clicks('Ik sprak een klant', { ...(answer && { in: answer }) });
    expect(sanne.modal?.filled[FORM.nl.learned]).toBe('Ik sprak Bakkerij Zuid gisteren');
    expect(house.slack.refusals).toEqual([]);
  });

  it('is answered still after a restart, and what was asked before it works', async () => {
    const { house, sanne } = await at();
    await sanne.types('Ze bestellen op donderdag');
    await house.running.stop();
    const again = await startIn(await settingsFor(house.slack), { clock: house.clock, database: street.database });
    house.slack.waitFor(again.busy);
    await sanne.clicks('Ik sprak een klant');
    expect(sanne.modal?.filled[FORM.nl.learned]).toBe('Ze bestellen op donderdag');
    await sanne.closes();
    await again.stop();
  });
});
