import { fold } from '../../words.ts';

/** What a column can hold. */
export type Field = 'name' | 'key' | 'status' | 'contact' | 'fits' | 'segment' | 'quiet';

/** How a column may be called, folded, in both languages. */
const CALLED: Record<Field, readonly string[]> = {
  name: [
    'naam',
    'klant',
    'klantnaam',
    'bedrijf',
    'bedrijfsnaam',
    'organisatie',
    'name',
    'customer',
    'customer name',
    'company',
    'account',
    'account name',
  ],
  key: [
    'nummer',
    'klantnummer',
    'klant nr',
    'klantnr',
    'debiteurnummer',
    'relatienummer',
    'code',
    'key',
    'number',
    'customer number',
    'customer id',
    'account number',
    'id',
  ],
  status: ['status', 'klantstatus', 'customer status'],
  contact: [
    'vaste contactpersoon',
    'contactpersoon',
    'accountmanager',
    'relatiebeheerder',
    'fixed contact',
    'contact',
    'account manager',
    'owner',
  ],
  fits: ['past bij ons', 'past', 'fits us', 'fits'],
  segment: ['segment', 'branche', 'sector', 'soort', 'industry', 'type'],
  quiet: [
    'niet benaderen',
    'liever niet benaderen',
    'niet contacteren',
    'do not contact',
    'dont contact',
    'no contact',
  ],
};

/** Which field each column holds, by place; undefined: one that Mantra has no use for. A name that comes twice counts once. */
export function columnsOf(header: readonly string[]): (Field | undefined)[] {
  const taken = new Set<Field>();
  return header.map((title) => {
    const name = fold(title)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const field = (Object.keys(CALLED) as Field[]).find((one) => CALLED[one].includes(name) && !taken.has(one));
    if (field) taken.add(field);
    return field;
  });
}
