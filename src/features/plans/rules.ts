import { addDays, daysBetween, instantOf, localDay, monthOf } from '../../time.ts';
import { addWorkingDays, DAYTIME, daytimeEnds, type WorkingDays, workingDayFrom } from '../people/days-rules.ts';
import { CONVERSATION_KINDS } from '../settings/kinds-rules.ts';

/** Every way to speak with a customer that can be planned: practical contact isn't one. */
export const PLAN_KINDS = CONVERSATION_KINDS;
/** One of them. */
export type PlanKind = (typeof PLAN_KINDS)[number];

/**
 * What somebody means to do on a day (`YYYY-MM-DD`); no customer: not sure yet. `askedOn`: the day on which it came back,
 * null: not yet.
 */
export type Plan = {
  userId: string;
  on: string;
  customerId: string | null;
  kind: PlanKind;
  words: string | null;
  askedOn: string | null;
  ended: 'done' | 'never-mind' | null;
};

/** In how many working days a plan is proposed. */
const PROPOSED_DAYS = 5;

/** How far ahead somebody can plan. */
const DAYS_AHEAD = 60;

/** So close to its day a conversation with that customer is the planned one, whatever the month. */
const AROUND_DAYS = 14;

/** The day that stands in the form before anybody chooses; `again`: for a plan whose day has come. */
export const proposedDay = (today: string, again: boolean, works: WorkingDays): string =>
  addWorkingDays(today, again ? 1 : PROPOSED_DAYS, works);

/** What is wrong with the day of a plan. */
export function dayProblem(on: string, today: string): 'past' | 'tooFar' | undefined {
  const ahead = daysBetween(today, on);
  if (ahead < 0) return 'past';
  return ahead > DAYS_AHEAD ? 'tooFar' : undefined;
}

/** When a plan comes back: at nine of its day, or of the next one on which its owner works. */
export const planDueAt = (on: string, zone: string, works: WorkingDays): Date =>
  instantOf(workingDayFrom(on, works), DAYTIME.from, zone);

/** Until when: that day, and the next working day once. */
export const planUntil = (dueAt: Date, zone: string, works: WorkingDays): Date => daytimeEnds(dueAt, 1, zone, works);

/** Whether a plan is still one: it hasn't come back before today. Unanswered on its day, it counts as none. */
export const isOpen = ({ ended, askedOn }: Pick<Plan, 'ended' | 'askedOn'>, today: string): boolean =>
  ended === null && (askedOn === null || askedOn >= today);

/** Whether a plan came back before today and was never answered. */
export const isUnanswered = (plan: Pick<Plan, 'ended' | 'askedOn'>, today: string): boolean =>
  plan.ended === null && !isOpen(plan, today);

/** Whether what was planned for a month (`YYYY-MM`) has been done. */
export const isDone = ({ ended, on }: Pick<Plan, 'ended' | 'on'>, month: string): boolean =>
  ended === 'done' && monthOf(on) === month;

/** A conversation as far as it can end a plan; `counts`: as one of its month. */
export type Held = { customerId: string; heldOn: string; counts: boolean };

/** Whether a conversation is what was planned: one that counts for that month, or with that customer around that day. */
export const fulfils = ({ customerId, heldOn, counts }: Held, plan: Pick<Plan, 'customerId' | 'on'>): boolean =>
  (counts && monthOf(heldOn) === monthOf(plan.on)) ||
  (customerId === plan.customerId && Math.abs(daysBetween(heldOn, plan.on)) <= AROUND_DAYS);

/** The latest day on which a plan anywhere on earth can come back by now. */
export const furthestDay = (now: Date): string => addDays(localDay(now, 'UTC'), 1);
