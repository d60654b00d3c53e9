import { describe, expect, it } from 'vitest';
import type { Heard } from '../../src/features/conversations/index.ts';
import { summaryMessage } from '../../src/features/summaries/views.ts';
import { addWeeks } from '../../src/time.ts';
import { readable } from '../emulator/core/readable.ts';

/** How long the summary may be, besides the customers' own words. */
const MOST_WORDS = 180;

const names = { person: (id: string) => (id === 'USANNE' ? 'Sanne de Vries' : id), channel: (id: string) => id };

const story = (learned: string, customer: string, by: string | null): Heard => ({
  id: '00000000-0000-4000-8000-000000000001',
  customer: { id: '00000000-0000-4000-8000-000000000002', name: customer, sort: 'customer' },
  ...{ kind: 'call', learned, heldOn: '2026-11-04', by },
  ...{ need: null, said: null, topic: null, onlyMe: false },
});

const TOLD = [
  story('Ik heb drie keer hetzelfde verhaal verteld, aan drie aardige mensen.', 'Installatiebedrijf Pol', null),
  story('Jullie belden gewoon, omdat het stil was. Dat doet verder niemand.', 'Bakkerij Zuid', 'USANNE'),
];
const TOTALS = [15, 16, 9, 3, 21, 19, 26, 24];
const weeks = (last = 24) => {
  const [first = 0, ...rest] = [...TOTALS.slice(0, -1), last];
  const closed = (conversations: number, at: number) => ({ week: addWeeks('2026-W38', at), conversations });
  return [closed(first, 0), ...rest.map((total, at) => closed(total, at + 1))] as const;
};

const summary = (lang: 'en' | 'nl', { stories = TOLD, last = 24, first = false } = {}) =>
  summaryMessage({ lang, weeks: weeks(last), stories, first });

const read = (message: ReturnType<typeof summary>) => readable(JSON.parse(JSON.stringify(message.blocks)), names);

describe('the summary as a leader reads it', () => {
  it('in Dutch, the first time', () => {
    expect(read(summary('nl', { first: true }))).toMatchInlineSnapshot(`
      "Maandag 9 november · de week van 2 tot en met 8 november
      Eerst twee klanten
      > Ik heb drie keer hetzelfde verhaal verteld, aan drie aardige mensen.
      Installatiebedrijf Pol. Gedeeld door een collega.
      > Jullie belden gewoon, omdat het stil was. Dat doet verder niemand.
      Bakkerij Zuid. Gedeeld door @Sanne de Vries.
      Gesprekken: ongeveer 25.
      Gesprekken per week, afgerond
      Gesprekken: 14 sep 15, 21 sep 15, 28 sep 10, 5 okt 5, 12 okt 20, 19 okt 20, 26 okt 25, 2 nov 25
      Eén vraag aan jou.
      Installatiebedrijf Pol zei het in één zin. Aan wie vertel jij dit deze week door?
      Je krijgt dit elke maandag omdat een beheerder je als leidinggevende aanwees. Liever niet? Een beheerder haalt je van de lijst met /klant instellingen. Cijfers gaan over groepen en zijn met opzet afgerond; nooit over één persoon."
    `);
  });

  it('in English', () => {
    expect(read(summary('en'))).toMatchInlineSnapshot(`
      "Monday 9 November · the week of 2 to 8 November
      Two customers first
      > Ik heb drie keer hetzelfde verhaal verteld, aan drie aardige mensen.
      Installatiebedrijf Pol. Shared by a colleague.
      > Jullie belden gewoon, omdat het stil was. Dat doet verder niemand.
      Bakkerij Zuid. Shared by @Sanne de Vries.
      Conversations: about 25.
      Conversations a week, rounded
      Conversations: 14 Sept 15, 21 Sept 15, 28 Sept 10, 5 Oct 5, 12 Oct 20, 19 Oct 20, 26 Oct 25, 2 Nov 25
      One question for you.
      Installatiebedrijf Pol said it in one sentence. Who will you tell this to this week?
      Figures are about groups and rounded on purpose; never about one person."
    `);
  });

  it('as a notification and a screen reader get it: every fact of the chart in words', () => {
    expect(summary('nl').text).toMatchInlineSnapshot(`
      "*Maandag 9 november* · de week van 2 tot en met 8 november
      > Ik heb drie keer hetzelfde verhaal verteld, aan drie aardige mensen.
      Installatiebedrijf Pol. Gedeeld door een collega.
      > Jullie belden gewoon, omdat het stil was. Dat doet verder niemand.
      Bakkerij Zuid. Gedeeld door <@USANNE>.
      *Gesprekken*: ongeveer 25.
      Gesprekken per week, laatste 8 weken, afgerond: 15 · 15 · 10 · weinig · 20 · 20 · 25 · 25
      *Eén vraag aan jou.*
      Installatiebedrijf Pol zei het in één zin. Aan wie vertel jij dit deze week door?"
    `);
  });

  it('of a week in which nobody shared', () => {
    expect(read(summary('nl', { stories: [] }))).toMatchInlineSnapshot(`
      "Maandag 9 november · de week van 2 tot en met 8 november
      Deze week deelde niemand een verhaal. Wie heeft er een gehoord dat het doorvertellen waard is?
      Gesprekken: ongeveer 25.
      Gesprekken per week, afgerond
      Gesprekken: 14 sep 15, 21 sep 15, 28 sep 10, 5 okt 5, 12 okt 20, 19 okt 20, 26 okt 25, 2 nov 25
      Eén vraag aan jou.
      Bij welk besluit van deze week had een klant graag meegedacht?
      Cijfers gaan over groepen en zijn met opzet afgerond; nooit over één persoon."
    `);
  });

  it('of a quiet week, in one line', () => {
    expect(read(summary('nl', { stories: [], last: 2 }))).toMatchInlineSnapshot(`
      "Maandag 9 november · de week van 2 tot en met 8 november
      Een rustige week: weinig gesprekken. Tot volgende maandag."
    `);
    expect(read(summary('en', { stories: [], last: 2 }))).toMatchInlineSnapshot(`
      "Monday 9 November · the week of 2 to 8 November
      A quiet week: few conversations. Until next Monday."
    `);
  });
});

describe.each(['en', 'nl'] as const)('in %s', (lang) => {
  it(`it has ${MOST_WORDS} words at most besides the customers’ own, whichever question it asks`, () => {
    for (let back = 0; back < 8; back++) {
      const { text, blocks, plain } = summaryMessage({
        lang,
        weeks: [{ week: addWeeks('2026-W45', back), conversations: 24 }],
        stories: back % 2 === 0 ? TOLD : [],
        first: true,
      });
      for (const shown of [blocks, plain ?? []]) {
        const lines = `${readable(JSON.parse(JSON.stringify(shown)), names)}`.split('\n');
        const own = lines.filter((line) => !line.startsWith('>')).join(' ');
        expect(own.split(/\s+/).length).toBeLessThanOrEqual(MOST_WORDS);
      }
      expect(text.split(/\s+/).length).toBeLessThanOrEqual(MOST_WORDS);
    }
  });

  it('a quote is never longer than a message may be', () => {
    const long = story('o'.repeat(3_000), 'Bakkerij Zuid', null);
    const { blocks } = summary(lang, { stories: [long, long] });
    for (const block of blocks)
      if (block.type === 'section') expect((block.text?.text ?? '').length).toBeLessThan(3_001);
  });
});
