import type { UsersInfoResponse, UsersListResponse } from '@slack/web-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nudgeDue, nudgeUntil, ownNudge } from '../../src/features/nudges/rules.ts';
import { momentOf } from '../../src/features/nudges/spread-rules.ts';
import { loadHolidays } from '../../src/features/people/holidays.ts';
import { addWorkingDays, eligible, without, workingDayFrom, worksOn } from '../../src/features/people/index.ts';
import { isMember } from '../../src/features/people/rules.ts';
import { addDays, addMonths, firstOfMonth, lastOfMonth, localDay, monthOf, plus } from '../../src/time.ts';
import { weekdays } from '../support/weekdays.ts';

const TEAM = 'T0LINDEN';
const LONG_AGO = new Date('2025-01-15T12:00:00Z');
const holidays = await loadHolidays();

const COLLEAGUE = { id: 'USANNE', team_id: TEAM };

/** Of what Slack says of a user, all that is yes or no; in a list of everybody it says less than of one of them. */
type InList = NonNullable<UsersListResponse['members']>[number];
type Alone = NonNullable<UsersInfoResponse['user']>;
type FlagsOf<User> = { [Key in keyof User]-?: NonNullable<User[Key]> extends boolean ? Key : never }[keyof User];

/** Whether somebody may be a member who has this flag, and no other. One that Slack adds won't compile until it stands here. */
const FLAGS: Record<FlagsOf<InList> | FlagsOf<Alone>, boolean> = {
  deleted: false,
  has_2fa: true,
  is_admin: true,
  is_app_user: true,
  is_bot: false,
  is_connector_bot: false,
  is_email_confirmed: true,
  is_invited_user: false,
  is_owner: true,
  is_primary_owner: true,
  is_restricted: false,
  is_stranger: false,
  is_ultra_restricted: false,
  is_workflow_bot: false,
};

describe('of everybody whom Slack names, a member is', () => {
  it.each(Object.entries(FLAGS))('whoever has the flag %s: %s', (flag, expected) => {
    expect(isMember({ ...COLLEAGUE, [flag]: true }, TEAM)).toBe(expected);
  });

  it('a colleague whose id begins with W', () => {
    expect(isMember({ ...COLLEAGUE, id: 'W0SANNE' }, TEAM)).toBe(true);
  });
});

describe('December 2026 is a month to take part in', () => {
  const works = worksOn({ week: '12345', isHoliday: holidays('NL'), absences: [] });
  const sanne = { member: true, optedOut: false, joinedOn: null, works };
  const off = (from: string, until: string | null) => without([{ from, until }], works);

  it.each([
    ['for a colleague', sanne, true],
    ['not for a guest', { ...sanne, member: false }, false],
    ['not for who has stopped', { ...sanne, optedOut: true }, false],
    ['for who is back for its last five days of work', { ...sanne, works: off('2026-11-01', '2026-12-23') }, true],
    ['not for who is back a day later', { ...sanne, works: off('2026-11-01', '2026-12-24') }, false],
    ['not on parental leave, whenever it ends', { ...sanne, works: off('2026-11-20', null) }, false],
    ['for who joined 20 working days before its first', { ...sanne, joinedOn: '2026-11-03' }, true],
    ['not for who joined a day later', { ...sanne, joinedOn: '2026-11-04' }, false],
    [
      'not for who works on Fridays, of which it has three',
      { ...sanne, works: worksOn({ week: '5', isHoliday: holidays('NL'), absences: [] }) },
      false,
    ],
  ])('%s', (_who, facts, expected) => {
    expect(eligible(facts, '2026-12')).toBe(expected);
  });
});

/** Any working life: a week, a country, and days off here and there, some of them without an end. */
const day = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-01-01', n));
const absence = fc
  .tuple(day, fc.option(fc.integer({ min: 0, max: 40 }), { freq: 12 }))
  .map(([from, long]) => ({ from, until: long === null ? null : addDays(from, long) }));
const life = fc.record({
  week: fc.subarray([...'1234567'], { minLength: 1 }).map((days) => days.join('')),
  country: fc.constantFrom('NL', 'BE', 'DE-BY', 'US', 'GB-SCT'),
  absences: fc.array(absence, { maxLength: 4 }),
  joinedOn: fc.option(day),
  zone: fc.constantFrom('Europe/Amsterdam', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'Etc/GMT+12'),
  days: fc.integer({ min: 0, max: 5 }),
  /** How long after the first of the month they want to be asked. */
  from: fc.integer({ min: 0, max: 30 }),
  place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
});
const month = fc.integer({ min: 0, max: 12 }).map((n) => addMonths('2026-01', n));

describe('whatever days somebody works', () => {
  it('they are excused in exactly the months in which those are fewer than five', () => {
    fc.assert(
      fc.property(life, month, ({ week, country, absences }, of) => {
        const works = worksOn({ week, isHoliday: holidays(country), absences });
        let count = 0;
        for (let each = firstOfMonth(of); each <= lastOfMonth(of); each = addDays(each, 1)) if (works(each)) count++;
        expect(eligible({ member: true, optedOut: false, joinedOn: null, works }, of)).toBe(count >= 5);
      }),
    );
  });

  it('their nudge is due on their own first working day, never on a day off, never before they want it, never in a month that is excused', () => {
    fc.assert(
      fc.property(life, month, ({ week, country, absences, joinedOn, zone, days, place, from }, of) => {
        const shared = { zone, works: worksOn({ week, isHoliday: holidays(country), absences: [] }) };
        const works = without(absences, shared.works);
        const own = { joinedOn, works, place, notBefore: addDays(firstOfMonth(of), from) };
        const nudge = ownNudge(of, shared, own, LONG_AGO, days);
        const first = workingDayFrom(own.notBefore, works);
        const isEligible = eligible({ member: true, optedOut: false, joinedOn, works }, of);
        expect(nudge !== undefined).toBe(isEligible && monthOf(first) === of);
        if (!nudge) return;
        const on = localDay(nudge.dueAt, zone);
        expect(works(on)).toBe(true);
        expect(monthOf(on)).toBe(of);
        expect(on >= own.notBefore).toBe(true);
        expect(on <= addWorkingDays(first, Math.max(0, days - 1), works)).toBe(true);
        expect(nudge.until).toEqual(nudgeUntil(nudge.dueAt, zone, works));
      }),
      { numRuns: 300 },
    );
  });

  it('whoever has no days of their own is due at the very moment everybody is', () => {
    const minutes = fc.integer({ min: 0, max: 400 * 24 * 60 });
    fc.assert(
      fc.property(life, minutes, ({ week, country, zone, days, place }, later) => {
        const shared = { zone, works: worksOn({ week, isHoliday: holidays(country), absences: [] }) };
        const now = plus(new Date('2026-01-01T00:00:00Z'), { minutes: later });
        const due = nudgeDue(now, shared, LONG_AGO, days);
        const month = monthOf(localDay(now, zone));
        const own = { joinedOn: null, works: shared.works, notBefore: firstOfMonth(month), place };
        const mine = ownNudge(month, shared, own, LONG_AGO, days);
        const isMine = due !== undefined && due.from <= place && place < due.to;
        expect(isMine).toBe(mine !== undefined && mine.dueAt <= now && now < mine.until);
        if (isMine) expect(mine?.dueAt).toEqual(momentOf(due.month, shared, days, place));
      }),
      { numRuns: 300 },
    );
  });

  it('nobody is asked on the day the nudges are started', () => {
    const calendar = { zone: 'Europe/Amsterdam', works: weekdays };
    const works = without([{ from: '2026-12-01', until: '2026-12-09' }], weekdays);
    const back = { joinedOn: null, place: 0, works, notBefore: '2026-12-01' };
    const asked = (startedAt: string) => ownNudge('2026-12', calendar, back, new Date(startedAt))?.dueAt;
    expect(asked('2026-12-05T10:00:00Z')).toBeUndefined();
    expect(asked('2026-11-30T10:00:00Z')).toEqual(new Date('2026-12-10T09:00:00Z'));
  });
});
