import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meaningOf, words } from '../commands/index.ts';
import { keepUnknown, showMenu } from '../src/features/drafts/index.ts';
import { manifest } from './support/house.ts';

const named = (run: unknown) => words.find((word) => word.run === run)?.name.en;

/** Which word a command came to, and the text behind it. */
function meant(command: string, text: string) {
  const { run, text: rest } = meaningOf(command, text);
  return [named(run) ?? (run === showMenu ? 'the menu' : run === keepUnknown ? 'kept' : 'something else'), rest];
}

describe('what a command means', () => {
  it.each([
    ['/customer', 'log they order on Thursdays', 'log', 'they order on Thursdays'],
    ['/klant', 'gesprek ze bestellen', 'log', 'ze bestellen'],
    ['/klant', 'log ze bestellen', 'log', 'ze bestellen'],
    ['/customer', 'GESPREK ze bestellen', 'log', 'ze bestellen'],
    ['/customer-log', 'they order', 'log', 'they order'],
    ['/klant-gesprek', 'log', 'log', 'log'],
    ['/customer', 'log', 'log', ''],
    ['/customer', '  log   with\n two lines ', 'log', 'with\n two lines'],
    ['/klant', 'overzicht', 'summary', ''],
    ['/klant', 'instellingen', 'settings', ''],
    ['/customer', 'help', 'help', ''],
    ['/customer', 'me', 'me', ''],
    ['/klant', 'Ik', 'me', ''],
    ['/klant', 'Ik sprak Bakkerij Zuid', 'kept', 'Ik sprak Bakkerij Zuid'],
    ['/customer', 'me and Noor called them', 'kept', 'me and Noor called them'],
    ['/customer', '', 'the menu', ''],
    ['/customer', '   ', 'the menu', ''],
    ['/customer', 'logbook is full', 'kept', 'logbook is full'],
    ['/customer', 'they said: log', 'kept', 'they said: log'],
  ])('%s “%s” is %s', (command, text, word, rest) => {
    expect(meant(command, text)).toEqual([word, rest]);
  });

  it('it is found by word, whatever an admin has named the command', () => {
    expect(meant('/acme', 'log x')).toEqual(['log', 'x']);
    expect(meant('/acme-klantgesprekken-gesprek', 'x')).toEqual(['log', 'x']);
  });

  it('of no text is a letter lost that isn’t the word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const [word, rest] = meant('/customer', text);
        if (word === 'kept' || word === 'the menu') expect(rest).toBe(text.trim());
        else expect(text.trim().endsWith(rest ?? '')).toBe(true);
      }),
    );
  });
});

describe('the words', () => {
  it('no word means two things', () => {
    const all = words.flatMap(({ name }) => [...new Set([name.en, name.nl])]);
    expect(new Set(all).size).toBe(all.length);
  });

  it('every command of the family in the manifest has a word behind its hyphen', () => {
    const family = manifest.features?.slash_commands
      ?.map(({ command }) => command)
      .filter((name) => name.includes('-'));
    for (const command of family ?? []) expect(meant(command, 'x')[0]).not.toBe('kept');
  });
});
