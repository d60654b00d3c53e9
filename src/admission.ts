import type { Deps } from './deps.ts';
import { UserError } from './errors.ts';
import { meet, type Person, type Role, rolesOf } from './features/people/index.ts';
import { say } from './slack/texts.ts';
import type { Lang } from './texts.ts';

/** Somebody who may use Mantra, and as what. */
export type Admitted = { person: Person; roles: ReadonlySet<Role>; lang: Lang };

/**
 * Who is it? Members of this workspace come in; guests, bots, strangers and people of other organisations get a
 * sentence (UserError). Somebody the roster doesn't know yet is looked up in Slack.
 */
export async function admit(
  deps: Deps,
  known: Person | undefined,
  userId: string,
  userTeamId: string,
): Promise<Admitted> {
  if (userTeamId !== deps.workspace.teamId) throw new UserError(say(deps.workspace.lang).notForYou);
  const person = known ?? (await meet(deps, userId));
  if (!person?.member) throw new UserError(say(person?.lang ?? deps.workspace.lang).notForYou);
  const { leaders, installedBy } = deps.workspace;
  return { person, roles: rolesOf(person, leaders, installedBy), lang: person.lang };
}

/** Refuses who may not, in a sentence that says who may. */
export function allow(by: Role, { roles, lang }: Admitted): void {
  if (roles.has(by)) return;
  const t = say(lang);
  throw new UserError(by === 'admin' ? t.adminsOnly : by === 'leader' ? t.leadersOnly : t.notForYou);
}
