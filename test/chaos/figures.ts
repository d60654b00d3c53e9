import type { Tx } from '../../src/db/workspace.ts';
import { EVENT_TYPE } from '../../src/delivery/call.ts';
import { isPerson } from '../../src/delivery/verdict.ts';
import type { Dump } from '../emulator/core/index.ts';

/** One row of the outbox, as far as it is counted. */
type Row = { key: string; recipient: string; state: string; channel: string | null; ts: string | null };

/** What came of it all: what stands in Slack, held against what the database says. */
export type Figures = {
  /** People who were nudged more than once, by copies of one message or by several. */
  doubled: number;
  /** The most copies of one message to a person. */
  mostCopies: number;
  /** People without a nudge. */
  missed: number;
  /** Posts in channels: what stands there beyond one copy of each, and what isn't there. */
  channelCopies: number;
  channelMissed: number;
  /** Rows that say "sent" and name a place where their message doesn't stand. */
  misplaced: number;
  /** due = sent + failed + skipped + expired + open, as SQL counts them. */
  counts: Counts;
  law: boolean;
};

type Counts = { due: number; sent: number; failed: number; skipped: number; expired: number; open: number };

/** Reads all that is counted from the database. */
export async function readRows(tx: Tx): Promise<{ rows: Row[]; counts: Counts }> {
  const rows = await tx.$queryRaw<Row[]>`SELECT key::text, recipient, state, channel, ts FROM outbox`;
  const [counts] = await tx.$queryRaw<Counts[]>`
    SELECT count(*)::int AS due,
      (count(*) FILTER (WHERE state = 'sent'))::int AS sent,
      (count(*) FILTER (WHERE state = 'failed'))::int AS failed,
      (count(*) FILTER (WHERE state = 'skipped'))::int AS skipped,
      (count(*) FILTER (WHERE state = 'expired'))::int AS expired,
      (count(*) FILTER (WHERE state IN ('pending', 'sending', 'unknown', 'held')))::int AS open
    FROM outbox`;
  if (!counts) throw new Error('count() answers one row');
  return { rows, counts };
}

/** How many rows are still open. */
export const countOpen = (tx: Tx): Promise<number> =>
  tx.outbox.count({ where: { state: { notIn: ['sent', 'failed', 'skipped', 'expired'] } } });

/** Counts what stands in this Slack against the rows, and against the members who each were to get one nudge. */
export function figuresOf(
  { messages }: Pick<Dump, 'messages'>,
  { rows, counts }: Awaited<ReturnType<typeof readRows>>,
  members: readonly string[],
): Figures {
  const standing = copiesIn(messages);
  const copiesOf = ({ key }: Row) => standing.get(key)?.length ?? 0;
  const toPeople = rows.filter(({ recipient }) => isPerson(recipient));
  const toChannels = rows.filter(({ recipient }) => !isPerson(recipient));
  const nudges = new Map<string, number>();
  for (const row of toPeople) nudges.set(row.recipient, (nudges.get(row.recipient) ?? 0) + copiesOf(row));
  return {
    doubled: [...nudges.values()].filter((copies) => copies > 1).length,
    mostCopies: Math.max(0, ...toPeople.map(copiesOf)),
    missed: members.filter((id) => !nudges.get(id)).length,
    channelCopies: toChannels.reduce((sum, row) => sum + Math.max(0, copiesOf(row) - 1), 0),
    channelMissed: toChannels.filter((row) => copiesOf(row) === 0).length,
    misplaced: rows.filter((row) => row.state === 'sent' && !standing.get(row.key)?.includes(placeOf(row))).length,
    counts,
    law: counts.due === counts.sent + counts.failed + counts.skipped + counts.expired + counts.open,
  };
}

/** Where each key stands, in all conversations. */
function copiesIn(messages: Dump['messages']): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const message of Object.values(messages).flat()) {
    const { event_type, event_payload } = message.metadata ?? {};
    if (event_type !== EVENT_TYPE) continue;
    const { k: key } = event_payload as { k: string };
    places.set(key, [...(places.get(key) ?? []), placeOf(message)]);
  }
  return places;
}

const placeOf = ({ channel, ts }: { channel: string | null; ts: string | null }) => `${channel} ${ts}`;
