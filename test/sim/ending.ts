import { countsOf, lawHolds } from '../../src/delivery/counts.ts';
import type { Row } from '../../src/delivery/store.ts';
import { isPerson } from '../../src/delivery/verdict.ts';
import { savedKind, storyKind } from '../../src/features/conversations/messages.ts';
import { plus } from '../../src/time.ts';
import type { SimDatabase } from './database.ts';
import type { World } from './house.ts';
import { nameOf } from './names.ts';
import type { Watch } from './watch.ts';

const OPEN = ['pending', 'sending', 'unknown', 'held'];
/** Kinds whose words are a conversation's. */
const TELL = [savedKind.name, storyKind.name];
/** What was due longer ago has had its last moment, and nothing that kept it back. */
const DUE_DAYS = 9;

/** Longer than anything keeps a claim from being looked after: everything is down for five days, and then a machine. */
const CLAIM_DAYS = 8;

/** Every day: no claim is forgotten. */
export async function checkClaims(database: SimDatabase, watch: Watch, now: Date): Promise<void> {
  for (const row of await database.rows())
    if (row.state === 'sending' && row.leaseUntil !== null && row.leaseUntil < plus(now, { days: -CLAIM_DAYS }))
      watch.fail(`nobody looks after the claim of ${nameOf(row)}`);
}

/** What is true when all has been calm for long enough. */
export async function checkEnd({ database, watch, slack, timeline }: World): Promise<void> {
  const counts = countsOf(await database.tally());
  if (!lawHolds(counts)) watch.fail(`the counting law is broken: ${JSON.stringify(counts)}`);
  const wordsAt = ({ channel, ts }: Row) =>
    slack.state.messages[channel ?? '']?.find((message) => message.ts === ts)?.text;
  for (const row of await database.rows()) {
    if (OPEN.includes(row.state) && row.dueAt < plus(timeline.now(), { days: -DUE_DAYS }))
      watch.fail(`${nameOf(row)} is still ${row.state}: ${row.lastError ?? 'nobody says why'}`);
    if (row.state !== 'sent' || watch.excused(nameOf(row))) continue;
    checkPlace(row, watch);
    if (TELL.includes(row.kind)) await checkWords(row, database, watch, wordsAt(row));
  }
}

/** What stands in Slack is what the database says. Copies in a channel may be left over. */
function checkPlace(row: Row, watch: Watch) {
  const places = watch.standing().get(nameOf(row)) ?? new Set();
  const isThere = row.ts !== null && places.has(`${row.channel} ${row.ts}`);
  if (!row.gone && !isThere) watch.fail(`${nameOf(row)} doesn’t stand where the database says`);
  if (row.gone && places.size > 0 && isPerson(row.recipient)) watch.fail(`${nameOf(row)} still stands`);
}

/** A message about a conversation says its newest version. */
async function checkWords(row: Row, { db, stores }: SimDatabase, watch: Watch, words: string | undefined) {
  const told = await db.run((tx) => stores.conversations(tx).find(row.subject));
  if (words !== undefined && told && words !== told.learned)
    watch.fail(`${nameOf(row)} says ${words}, not ${told.learned}`);
}
