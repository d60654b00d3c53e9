import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Outcome, Played } from './act.ts';
import { ACTS } from './acts.ts';
import { chosen, faults } from './list.ts';
import { METHODS, POINTS } from './points.ts';
import { failuresOf } from './result.ts';
import { type Settings, settingsOf } from './settings.ts';

const nothingChosen: Settings = { only: undefined, act: undefined, short: false, beside: 2 };

describe('The list of faults', () => {
  it('has at least forty, and names none twice', () => {
    const names = faults.map(({ name }) => name);
    expect(names.length).toBeGreaterThanOrEqual(40);
    expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([]);
  });

  it('does nothing twice: at one point in one act, each goes wrong in a way of its own', () => {
    const ways = faults.map(({ act, point, kind }) => `${act}: ${point}: ${kind}`);
    expect(ways.filter((way, n) => ways.indexOf(way) !== n)).toEqual([]);
  });

  it('has a fault at every point where the product waits', () => {
    const struck = new Set<string>(faults.map(({ point }) => point));
    expect(Object.keys(POINTS).filter((point) => !struck.has(point))).toEqual([]);
  });

  it('knows every method of Slack’s that the product calls, and no other', () => {
    expect(methodsInProduct()).toEqual([...METHODS].sort());
  });

  it('is short enough for a pull request with at least twelve faults of the three sorts: Slack, sockets, database', () => {
    const short = chosen({ ...nothingChosen, short: true });
    expect(short.length).toBeGreaterThanOrEqual(12);
    expect(new Set(short.map(({ act }) => act))).toEqual(
      new Set(['calls', 'sockets', 'statements', 'server', 'embedded']),
    );
  });

  it('belongs to acts that are played', () => {
    const acts = new Set(ACTS.map(({ name }) => name));
    expect(faults.filter(({ act }) => !acts.has(act))).toEqual([]);
  });
});

/** As the code says it; the first connection is opened by Slack's own package. */
function methodsInProduct(): string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const code = files.map((file) => readFileSync(join('src', file), 'utf8')).join('\n');
  const calls = [...code.matchAll(/\b(auth|chat|conversations|files|users|views)\.([a-z]\w+)\(/g)];
  const found = calls.map(([, family, method]) => `${family}.${method}`).filter((name) => !OF_LISTS.includes(name));
  return [...new Set([...found, 'apps.connections.open'])].sort();
}

/** They read like methods of Slack's and are lists'. */
const OF_LISTS = ['users.map', 'conversations.map'];

const outcome = (rest: Partial<Outcome> = {}): Outcome => ({ name: 'a fault', noticed: 1, recovered: 2, ...rest });
const played = (rest: Partial<Played> = {}, left: Partial<Played['aftermath']> = {}): Played => ({
  act: 'calls',
  outcomes: Array.from({ length: 40 }, () => outcome()),
  methods: [...METHODS],
  ...rest,
  aftermath: {
    ...{ mostCopies: 1, open: 0, lost: 0, misplaced: 0, saved: 9, notKeptOnce: 0, law: true, endedBadly: 0 },
    ...left,
  },
});
const failures = (report: Played, settings: Partial<Settings> = {}) =>
  failuresOf({ settings: { ...nothingChosen, ...settings }, reports: [report], seconds: 1, methods: METHODS });

describe('The run fails', () => {
  it('not when everything was survived', () => {
    expect(failures(played())).toEqual([]);
  });

  it.each<[what: string, report: Played]>([
    [
      'one was not survived',
      played({ outcomes: [...played().outcomes, outcome({ wrong: 'the process ended with 1' })] }),
    ],
    ['one took longer than half a minute', played({ outcomes: [...played().outcomes, outcome({ recovered: 31 })] })],
    ['fewer than forty were tried', played({ outcomes: played().outcomes.slice(1) })],
    ['the product called a method that no fault is scripted for', played({ methods: [...METHODS, 'pins.add'] })],
    ['a method was never called', played({ methods: METHODS.slice(1) })],
    ['somebody got a message twice', played({}, { mostCopies: 2 })],
    ['a message that was due is still open', played({}, { open: 1 })],
    ['a message failed', played({}, { lost: 1 })],
    ['a message stands elsewhere than the database says', played({}, { misplaced: 1 })],
    ['a saved conversation is gone or there twice', played({}, { notKeptOnce: 1 })],
    ['the counting law is broken', played({}, { law: false })],
    ['an instance did not stop when it was asked to', played({}, { endedBadly: 1 })],
  ])('when %s', (_what, report) => {
    expect(failures(report)).toHaveLength(1);
  });

  it('in the short form when fewer than twelve were tried', () => {
    const eleven = played({ outcomes: played().outcomes.slice(0, 11) });
    expect(failures(eleven, { short: true })).toHaveLength(1);
    expect(failures(played({ outcomes: played().outcomes.slice(0, 12) }), { short: true })).toEqual([]);
  });

  it('in the short form not because of seconds: the machine may be busy', () => {
    expect(failures(played({ outcomes: [...played().outcomes, outcome({ recovered: 31 })] }), { short: true })).toEqual(
      [],
    );
  });

  it('when nothing bears the name that was asked for', () => {
    expect(failures(played({ outcomes: [] }), { only: 'a meteor' })).toHaveLength(1);
  });
});

describe('The settings', () => {
  it('take a part of a name, the short form, and how many acts are played beside each other', () => {
    expect(settingsOf(['--only', 'socket', '--short', '--beside', '1'])).toEqual({
      act: undefined,
      only: 'socket',
      short: true,
      beside: 1,
    });
    expect(settingsOf([])).toEqual(nothingChosen);
  });

  it.each(['0', 'two'])('refuse to play %s acts beside each other', (beside) => {
    expect(() => settingsOf(['--beside', beside])).toThrow('--beside');
  });
});
