import type { WebClient } from '@slack/web-api';
import type { Deps } from '../../deps.ts';
import { patiently } from '../../slack/patiently.ts';
import { langOf } from '../../texts.ts';
import { safeZone } from '../../time.ts';
import { isMember, type Person, type SlackFlags } from './rules.ts';
import { personStore, type Seen } from './store.ts';

/** Slack answers very large pages with errors; 200 is what it recommends (docs.slack.dev/reference/methods/users.list). */
const PAGE = 200;

type SlackUser = SlackFlags & {
  name?: string;
  real_name?: string;
  tz?: string;
  locale?: string;
  is_admin?: boolean;
  is_owner?: boolean;
  profile?: { display_name?: string; real_name?: string };
};

/**
 * Reads everybody from Slack, page by page, and marks who is gone. Runs at start and nightly; changes in between come
 * as events. Waits as long as Slack asks; a page that fails ends it with that error, and nobody is marked gone.
 * Answers for how many members Slack named no zone that we know: they go by the one they had, or by the house's.
 */
export async function readRoster(deps: Deps, bulk: WebClient): Promise<{ withoutZone: number }> {
  const startedAt = deps.clock.now();
  let cursor = '';
  let withoutZone = 0;
  do {
    const page = await patiently(deps.clock, () =>
      bulk.users.list({ limit: PAGE, include_locale: true, ...(cursor && { cursor }) }),
    );
    const seen = await seePeople(deps, (page.members ?? []) as SlackUser[]);
    withoutZone += seen.filter(({ member, zone }) => member && zone === null).length;
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor);
  await deps.db.run((tx) => personStore(tx).leaveUnseen(startedAt));
  return { withoutZone };
}

/** Somebody joined or changed (`team_join`, `user_change`). The event carries the whole user. */
export async function personChanged(deps: Deps, { user }: Record<string, unknown>): Promise<void> {
  await seePeople(deps, [user as SlackUser]);
}

/** Who clicked, typed or looked. Whom the roster doesn't know yet, Slack is asked about. */
export async function meet(deps: Deps, userId: string): Promise<Person | undefined> {
  const known = await deps.db.run((tx) => personStore(tx).find(userId));
  if (known) return known;
  const { user } = await deps.slack.users.info({ user: userId, include_locale: true });
  if (user) await seePeople(deps, [user as SlackUser]);
  return deps.db.run((tx) => personStore(tx).find(userId));
}

async function seePeople({ db, workspace, clock }: Deps, users: readonly SlackUser[]): Promise<Seen[]> {
  const seen = users.map((user) => seenIn(user, workspace.teamId));
  await db.run((tx) => personStore(tx).see(seen, workspace.zone, clock.now()));
  return seen;
}

const seenIn = (user: SlackUser, teamId: string): Seen => ({
  userId: user.id,
  name: user.profile?.real_name || user.real_name || user.profile?.display_name || user.name || user.id,
  lang: user.locale ? langOf(user.locale) : null,
  zone: user.tz && safeZone(user.tz, '') ? user.tz : null,
  member: isMember(user, teamId),
  admin: Boolean(user.is_admin || user.is_owner),
});
