import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../src/delivery/options.ts';
import type { Dump } from '../emulator/core/index.ts';
import { type Figures, figuresOf, type readRows } from './figures.ts';
import { failuresOf, type Result, sentencesOf } from './result.ts';
import { senderOf, settingsOf } from './settings.ts';

type Read = Awaited<ReturnType<typeof readRows>>;
type Row = Read['rows'][number];

const row = (key: string, recipient: string, rest: Partial<Row> = {}): Row => ({
  ...{ key, recipient, state: 'sent', channel: `D${recipient}`, ts: '1.0' },
  ...rest,
});

const counts = { due: 2, sent: 2, failed: 0, skipped: 0, expired: 0, open: 0 };

/** What stands in Slack: the key of each message, and its place. */
const standing = (...messages: [key: string, channel: string, ts: string][]): Dump['messages'] => {
  const all: Dump['messages'] = {};
  for (const [key, channel, ts] of messages) {
    const metadata = { event_type: 'mantra', event_payload: { k: key } };
    const before = all[channel] ?? [];
    all[channel] = [...before, { ts, channel, user: 'UBOT', byApp: true, text: '', blocks: [], metadata }];
  }
  return all;
};

const figures = (messages: Dump['messages'], rows: Row[], of: Partial<Read['counts']> = {}): Figures =>
  figuresOf({ messages }, { rows, counts: { ...counts, ...of } }, ['UANNA', 'UBEN']);

const both = [row('a', 'UANNA'), row('b', 'UBEN')];

describe('The chaos counts', () => {
  it('nothing against a run in which everybody was nudged once', () => {
    expect(figures(standing(['a', 'DUANNA', '1.0'], ['b', 'DUBEN', '1.0']), both)).toMatchObject({
      ...{ doubled: 0, mostCopies: 1, missed: 0, channelCopies: 0, channelMissed: 0, misplaced: 0, law: true },
    });
  });

  it('a person who got two copies of one nudge', () => {
    const slack = standing(['a', 'DUANNA', '1.0'], ['a', 'DUANNA', '2.0'], ['b', 'DUBEN', '1.0']);
    expect(figures(slack, both)).toMatchObject({ doubled: 1, mostCopies: 2, missed: 0 });
  });

  it('a person who got two nudges', () => {
    const slack = standing(['a', 'DUANNA', '1.0'], ['c', 'DUANNA', '2.0'], ['b', 'DUBEN', '1.0']);
    const rows = [...both, row('c', 'UANNA', { ts: '2.0' })];
    expect(figures(slack, rows)).toMatchObject({ doubled: 1, mostCopies: 1 });
  });

  it('a person who got none, although the database says so', () => {
    expect(figures(standing(['a', 'DUANNA', '1.0']), both)).toMatchObject({ missed: 1, misplaced: 1 });
  });

  it('copies in a channel apart from those in direct messages', () => {
    const slack = standing(['s', 'CNEWS', '1.0'], ['s', 'CNEWS', '2.0']);
    const rows = [row('s', 'CNEWS', { channel: 'CNEWS' }), row('t', 'CNEWS', { state: 'failed' })];
    expect(figures(slack, rows)).toMatchObject({ doubled: 0, channelCopies: 1, channelMissed: 1 });
  });

  it('a row that no state counts', () => {
    expect(figures({}, both, { sent: 1 }).law).toBe(false);
  });
});

const fine: Result = {
  settings: settingsOf(['--members', '2', '--kills', '1']),
  sender: DEFAULT_OPTIONS,
  storm: { kills: 1, senderKills: 1, refused: 0, takenOver: 0 },
  heard: { standing: new Set(), found: 0, absent: 0, sender: 0, errors: new Map(), endedBadly: [] },
  figures: figures(standing(['a', 'DUANNA', '1.0'], ['b', 'DUBEN', '1.0']), both),
  stories: 0,
  seconds: 1,
};
const failures = (found: Partial<Figures>, ...options: string[]) =>
  failuresOf({
    ...fine,
    settings: settingsOf(['--members', '2', '--kills', '1', ...options]),
    figures: { ...fine.figures, ...found },
  });

describe('The chaos fails', () => {
  it('not when all is well', () => {
    expect(failuresOf(fine)).toEqual([]);
  });

  it.each<[what: string, found: Partial<Figures>]>([
    ['somebody was nudged twice', { doubled: 1 }],
    ['somebody was missed', { missed: 1 }],
    ['a post never came to its channel', { channelMissed: 1 }],
    ['a message stands elsewhere than the database says', { misplaced: 1 }],
    ['the counting law is broken', { law: false }],
    ['something is still open', { counts: { ...counts, sent: 1, open: 1 } }],
    ['something was never due', { counts: { ...counts, due: 1, sent: 1 } }],
  ])('when %s', (_what, found) => {
    expect(failures(found)).toHaveLength(1);
  });

  it('when posts may come as late as the quarantine lasts only for what was missed', () => {
    expect(failures({ doubled: 1 }, '--late-commit', '3s', '--quarantine', '4s')).toHaveLength(1);
    expect(failures({ doubled: 1 }, '--late-commit', '4s', '--quarantine', '4s')).toEqual([]);
    expect(failures({ missed: 1 }, '--late-commit', '4s', '--quarantine', '4s')).toHaveLength(1);
  });

  it('not when posts came after the quarantine, and says how many were doubled', () => {
    const settings = settingsOf(['--members', '2', '--kills', '1', '--late-commit', '12s', '--quarantine', '4s']);
    const late = { ...fine, settings, figures: { ...fine.figures, doubled: 3 } };
    expect(failuresOf(late)).toEqual([]);
    expect(sentencesOf(late)).toContainEqual(
      'a post came up to 12 s late, and was read back after 4 s: 3 doubled beyond what is promised',
    );
    expect(sentencesOf(fine).join()).not.toContain('beyond what is promised');
  });

  it('when there were fewer kills than were asked for, or an instance ended by itself', () => {
    expect(failuresOf({ ...fine, storm: { ...fine.storm, kills: 0 } })).toHaveLength(1);
    expect(failuresOf({ ...fine, heard: { ...fine.heard, endedBadly: ['1'] } })).toHaveLength(1);
  });

  it('when a second start on the embedded database wasn’t refused, or a killed one’s lock wasn’t taken over', () => {
    const settings = settingsOf(['--members', '2', '--kills', '1', '--db', 'embedded']);
    expect(failuresOf({ ...fine, settings })).toHaveLength(2);
  });
});

describe('The chaos’s settings', () => {
  it('say times with their unit', () => {
    const settings = settingsOf(['--lease', '2s', '--quarantine', '50ms', '--late-commit', '3']);
    expect(settings).toMatchObject({ lease: 2, quarantine: 0.05, lateCommit: 3 });
    expect(senderOf(settings)).toMatchObject({ leaseSeconds: 2, claimSeconds: 22, quarantineSeconds: 0.05 });
  });

  it.each([
    ['--db', 'sqlite'],
    ['--kills', 'many'],
    ['--drop', '2'],
    ['--lease', '2h'],
  ])('refuse %s %s', (...args) => {
    expect(() => settingsOf(args)).toThrow(args[0]);
  });

  it('give the embedded database one instance', () => {
    expect(settingsOf(['--db', 'embedded']).instances).toBe(1);
    expect(() => settingsOf(['--db', 'embedded', '--instances', '2'])).toThrow('one instance');
  });
});
