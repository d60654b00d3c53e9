import type { Lang } from '../../texts.ts';

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
  /** The weekdays they work, as digits: Monday is 1. */
  week: string;
  /** Where their holidays are (holidays.ts); null: where the house is. */
  country: string | null;
  /** The day they joined; null: they were here when Mantra came. */
  joinedOn: string | null;
  /** The day of the month from which they want to be asked (2 to 20); null: on the first working day. */
  nudgeDay: number | null;
};

/** What Slack says of a user that decides whether Mantra is for them (docs.slack.dev/reference/objects/user-object). */
export type SlackFlags = {
  id: string;
  team_id?: string;
  deleted?: boolean;
  is_bot?: boolean;
  is_workflow_bot?: boolean;
  is_connector_bot?: boolean;
  is_restricted?: boolean;
  is_ultra_restricted?: boolean;
  is_invited_user?: boolean;
  is_stranger?: boolean;
};

/** Slackbot's flags are those of a person. */
const SLACKBOT = 'USLACKBOT';

/** Who is a member: every human full member of this workspace, and nobody else. */
export const isMember = (user: SlackFlags, teamId: string): boolean =>
  user.id !== SLACKBOT &&
  (user.team_id === undefined || user.team_id === teamId) &&
  !user.deleted &&
  !user.is_bot &&
  !user.is_workflow_bot &&
  !user.is_connector_bot &&
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
