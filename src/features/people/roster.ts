import type { WebClient } from '@slack/web-api';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Deps, Workspace } from '../../deps.ts';
import { patiently } from '../../slack/patiently.ts';
import { langOf } from '../../texts.ts';
import { localDay, plus, safeZone } from '../../time.ts';
import { isMember, type Person, type SlackFlags } from './rules.ts';
import { awayBy } from './status-rules.ts';
import { personStore, type Seen } from './store.ts';
import { absenceStore, type StatusSeen } from './store-absences.ts';

/** Slack answers very large pages with errors; 200 is what it recommends (docs.slack.dev/reference/methods/users.list). */
const PAGE = 200;

type SlackUser = SlackFlags & {
  name?: string;
  real_name?: string;
  tz?: string;
  locale?: string;
  is_admin?: boolean;
  is_owner?: boolean;
  profile?: { display_name?: string; real_name?: string; status_emoji?: string; status_expiration?: number };
};

/** A reading of the roster: since when, how far it has come, and for how many members Slack named no zone that we know. */
type Reading = { startedAt: Date; readAt: Date; cursor: string; withoutZone: number };

/** Minutes after which a reading that broke off begins anew: Slack doesn't say how long its cursors last. */
const LASTS_MINUTES = 60;

/** Reads a workspace's roster, as often as asked. */
export type Roster = {
  /** Answers for how many members Slack named no zone that we know: they go by the one they had, or by the house's. */
  read(deps: Deps): Promise<{ withoutZone: number }>;
};

/**
 * Reads everybody from Slack, page by page, and marks who is gone. Runs at start and nightly; changes in between come
 * as events. Waits as long as Slack asks. A page that fails ends it with that error, and nobody is marked gone; the next
 * reading goes on from there, since a hundred thousand people take half an hour.
 */
export function createRoster(bulk: WebClient): Roster {
  let brokeOff: Reading | undefined;

  async function readOn(deps: Deps, reading: Reading): Promise<Reading> {
    brokeOff = undefined;
    let read = reading;
    do {
      read = await readPage(deps, bulk, read).catch((error: unknown) => {
        if (read.cursor && !isOutOfDate(error)) brokeOff = read;
        throw error;
      });
    } while (read.cursor);
    return read;
  }

  return {
    async read(deps) {
      const now = deps.clock.now();
      const goesOn = brokeOff && now < plus(brokeOff.readAt, { minutes: LASTS_MINUTES });
      const begun = { startedAt: now, readAt: now, cursor: '', withoutZone: 0 };
      const { startedAt, withoutZone } = await readOn(deps, brokeOff && goesOn ? brokeOff : begun);
      await deps.db.run(async (tx) => {
        await personStore(tx).leaveUnseen(startedAt);
        await personStore(tx).rosterRead(startedAt);
      });
      return { withoutZone };
    },
  };
}

async function readPage(deps: Deps, bulk: WebClient, { startedAt, cursor, withoutZone }: Reading): Promise<Reading> {
  const page = await patiently(deps.clock, () =>
    bulk.users.list({ limit: PAGE, include_locale: true, ...(cursor && { cursor }) }),
  );
  const seen = await seePeople(deps, (page.members ?? []) as SlackUser[]);
  return {
    startedAt,
    readAt: deps.clock.now(),
    cursor: page.response_metadata?.next_cursor ?? '',
    withoutZone: withoutZone + seen.filter(({ member, zone }) => member && zone === null).length,
  };
}

/** Slack no longer knows the page we were at. */
const isOutOfDate = (error: unknown) => error instanceof WebAPIPlatformError && error.data.error === 'invalid_cursor';

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

async function seePeople({ db, workspace, clock }: Deps, all: readonly SlackUser[]): Promise<Seen[]> {
  const now = clock.now();
  const seen = all.map((user) => seenIn(user, workspace, now));
  const statuses = all.flatMap((user, n) => (seen[n]?.member ? [statusIn(user, seen[n].today, workspace, now)] : []));
  await db.run(async (tx) => {
    await personStore(tx).see(seen, workspace.zone, now);
    await absenceStore(tx).follow(statuses);
  });
  return seen;
}

const seenIn = (user: SlackUser, { teamId, zone }: Workspace, now: Date): Seen => ({
  userId: user.id,
  name: user.profile?.real_name || user.real_name || user.profile?.display_name || user.name || user.id,
  lang: user.locale ? langOf(user.locale) : null,
  zone: user.tz && safeZone(user.tz, '') ? user.tz : null,
  member: isMember(user, teamId),
  admin: Boolean(user.is_admin || user.is_owner),
  today: localDay(now, safeZone(user.tz, zone)),
});

/** Until when a colleague is away, if their status says so; which status it is, nobody needs to know. */
function statusIn({ id, tz, profile }: SlackUser, today: string, house: Workspace, now: Date): StatusSeen {
  const { status_emoji: emoji = '', status_expiration: seconds = 0 } = profile ?? {};
  const expiresAt = seconds === 0 ? null : new Date(seconds * 1000);
  const away = awayBy({ emoji, expiresAt }, house.awayEmoji, now, safeZone(tz, house.zone));
  return { userId: id, today, away: away !== undefined, until: away?.until ?? null };
}
