import type { Lang } from '../../texts.ts';
import { addDays, firstOfMonth, weekdayOf } from '../../time.ts';

/** Member: every human full member. Leaders and admins are members who may do more; one person can be both. */
export type Role = 'member' | 'leader' | 'admin';

/** Somebody of this workspace. `zone` is an IANA name. */
export type Person = {
  userId: string;
  name: string;
  lang: Lang;
  zone: string;
  /** Human full member: may use Mantra, is nudged, is counted. */
  member: boolean;
  /** Slack owner or admin. */
  admin: boolean;
  firstSeenAt: Date;
};

/** What Slack says of a user that decides whether Mantra is for them (docs.slack.dev/reference/objects/user-object). */
export type SlackFlags = {
  id: string;
  team_id?: string;
  deleted?: boolean;
  is_bot?: boolean;
  is_workflow_bot?: boolean;
  is_restricted?: boolean;
  is_ultra_restricted?: boolean;
  is_invited_user?: boolean;
  is_stranger?: boolean;
};

/** Slackbot's flags are those of a person. */
const SLACKBOT = 'USLACKBOT';

/** The one eligibility rule: every human full member of this workspace, and nobody else. */
export const isMember = (user: SlackFlags, teamId: string): boolean =>
  user.id !== SLACKBOT &&
  (user.team_id === undefined || user.team_id === teamId) &&
  !user.deleted &&
  !user.is_bot &&
  !user.is_workflow_bot &&
  !user.is_restricted &&
  !user.is_ultra_restricted &&
  !user.is_invited_user &&
  !user.is_stranger;

/** What somebody may do. Whoever isn't a member has no role at all. */
export function rolesOf(person: Person, leaders: readonly string[], installedBy: string | null): ReadonlySet<Role> {
  const roles = new Set<Role>();
  if (!person.member) return roles;
  roles.add('member');
  if (leaders.includes(person.userId)) roles.add('leader');
  if (person.admin || person.userId === installedBy) roles.add('admin');
  return roles;
}

/** Monday to Friday. Days are `YYYY-MM-DD`. Holidays, work weeks and absence belong here when they come. */
export const isWorkingDay = (day: string): boolean => weekdayOf(day) <= 5;

/** This day, if it is a working day, else the next one. */
export const workingDayFrom = (day: string): string => (isWorkingDay(day) ? day : workingDayFrom(addDays(day, 1)));

/** The first working day of a month (`YYYY-MM`). */
export const firstWorkingDay = (month: string): string => workingDayFrom(firstOfMonth(month));

/** The `n`th working day after this day. */
export const addWorkingDays = (day: string, n: number): string =>
  n === 0 ? day : addWorkingDays(workingDayFrom(addDays(day, 1)), n - 1);
