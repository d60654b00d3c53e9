import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, firstWorkingDay, workingDayFrom } from '../../src/features/people/days-rules.ts';
import { isMember, type Person, rolesOf, type SlackFlags } from '../../src/features/people/rules.ts';
import { addDays, monthOf } from '../../src/time.ts';
import { weekdays } from '../support/weekdays.ts';

const SANNE: SlackFlags = { id: 'USANNE', team_id: 'T0HOUSE' };

describe('Mantra is for', () => {
  it.each([
    ['somebody of this workspace', SANNE],
    ['somebody of whom Slack says no workspace', { id: 'USANNE' }],
    ['somebody all of whose flags are down', { ...SANNE, deleted: false, is_bot: false, is_restricted: false }],
  ])('%s', (_who, user) => {
    expect(isMember(user, 'T0HOUSE')).toBe(true);
  });
});

describe('Mantra is not for', () => {
  it.each([
    ['Slackbot, which has the flags of a person', { ...SANNE, id: 'USLACKBOT' }],
    ['somebody of another organisation in a shared channel', { ...SANNE, team_id: 'T0OTHERS' }],
    ['somebody who has left', { ...SANNE, deleted: true }],
    ['a bot', { ...SANNE, is_bot: true }],
    ['a workflow', { ...SANNE, is_workflow_bot: true }],
    ['a guest', { ...SANNE, is_restricted: true }],
    ['a guest of one channel', { ...SANNE, is_ultra_restricted: true }],
    ['somebody who is invited and has not come yet', { ...SANNE, is_invited_user: true }],
    ['a stranger', { ...SANNE, is_stranger: true }],
  ])('%s', (_who, user) => {
    expect(isMember(user, 'T0HOUSE')).toBe(false);
  });
});

describe('what somebody may do', () => {
  const ben: Person = {
    ...{ userId: 'UBEN', name: 'Ben', lang: 'en', zone: 'Europe/Amsterdam' },
    ...{ member: true, admin: false, firstSeenAt: new Date('2026-11-02T09:00Z') },
    ...{ week: '12345', country: null, joinedOn: null, nudgeDay: null },
  };
  const roles = (person: Person, leaders: string[] = [], installedBy: string | null = null) => [
    ...rolesOf(person, leaders, installedBy),
  ];

  it.each([
    ['a member is a member and no more', ben, ['USANNE'], 'USANNE', ['member']],
    ['who is appointed leads', ben, ['USANNE', 'UBEN'], null, ['member', 'leader']],
    ['Slack’s admins are Mantra’s', { ...ben, admin: true }, [], null, ['member', 'admin']],
    ['who installed Mantra is an admin', ben, [], 'UBEN', ['member', 'admin']],
    ['one can be all of it', { ...ben, admin: true }, ['UBEN'], 'UBEN', ['member', 'leader', 'admin']],
  ] as const)('%s', (_says, person, leaders, installedBy, expected) => {
    expect(roles(person, [...leaders], installedBy)).toEqual(expected);
  });

  it('whoever is no member may do nothing, whatever they were', () => {
    expect(roles({ ...ben, member: false, admin: true }, ['UBEN'], 'UBEN')).toEqual([]);
  });
});

describe('working days', () => {
  it.each([
    ['a Friday', '2026-11-20', '2026-11-20'],
    ['a Saturday', '2026-11-21', '2026-11-23'],
    ['a Sunday', '2026-11-22', '2026-11-23'],
  ])('from %s on begin on the next one that is one', (_day, from, first) => {
    expect(workingDayFrom(from, weekdays)).toBe(first);
  });

  it.each([
    ['begins on one', '2026-12', '2026-12-01'],
    ['begins on a Saturday', '2026-08', '2026-08-03'],
    ['begins on a Sunday', '2026-11', '2026-11-02'],
  ])('of a month that %s have a first', (_how, month, first) => {
    expect(firstWorkingDay(month, weekdays)).toBe(first);
  });

  it.each([
    ['Thursday', 0, '2026-11-19'],
    ['Friday', 1, '2026-11-20'],
    ['Monday', 2, '2026-11-23'],
    ['Monday in a week', 7, '2026-11-30'],
  ])('counted on from a Thursday lead to %s', (_day, n, expected) => {
    expect(addWorkingDays('2026-11-19', n, weekdays)).toBe(expected);
  });

  it('counted on from a weekend begin on Monday', () => {
    expect([0, 1, 2].map((n) => addWorkingDays('2026-11-21', n, weekdays))).toEqual([
      '2026-11-21',
      '2026-11-23',
      '2026-11-24',
    ]);
  });

  it('come one after the other, five in any week, and the first of a month is in it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 1, max: 300 }), (away, n) => {
        const day = addDays('2024-01-01', away);
        const later = addWorkingDays(day, n, weekdays);
        expect(weekdays(later)).toBe(true);
        expect(addWorkingDays(day, n + 5, weekdays)).toBe(addDays(later, 7));
        expect(monthOf(firstWorkingDay(monthOf(day), weekdays))).toBe(monthOf(day));
      }),
    );
  });
});
