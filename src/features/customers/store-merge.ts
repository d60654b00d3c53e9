import type { Tx } from '../../db/workspace.ts';
import { addDays, localDay, monthOf } from '../../time.ts';
import { wordsOf } from '../../words.ts';
import type { Customer } from './store.ts';

/** For so many days a nudge can still offer another customer than those passed over. */
const NUDGE_DAYS = 31;

/** Two entries that turned out to be one customer. */
export const mergeStore = (tx: Tx) => ({
  /**
   * Everything of one customer is the other's from now on: conversations, plans, suggestions, the words they are found
   * by, and each fact that the other lacks. False where one of them is gone, or was merged meanwhile.
   */
  merge: async (from: string, into: string, at: Date): Promise<boolean> => {
    const both = await tx.$queryRaw<Customer[]>`
      SELECT id, name, sort FROM customers WHERE id IN (${from}::uuid, ${into}::uuid) AND merged_into IS NULL
      ORDER BY id FOR UPDATE`;
    if (both.length < 2) return false;
    await moveTalks(tx, from, into, at);
    await moveFacts(tx, from, into, at);
    await moveWords(tx, from, into);
    return true;
  },
});

async function moveTalks(tx: Tx, from: string, into: string, at: Date) {
  const moved = { where: { customerId: from }, data: { customerId: into } };
  await tx.conversation.updateMany(moved);
  await tx.plan.updateMany(moved);
  await tx.nudge.updateMany(moved);
  const since = monthOf(addDays(localDay(at, 'UTC'), -NUDGE_DAYS));
  await tx.$executeRaw`UPDATE nudges SET skipped = array_replace(skipped, ${from}::uuid, ${into}::uuid)
    WHERE month >= ${since} AND ${from}::uuid = ANY (skipped)`;
}

/** Who wanted no contact under either name wants none. */
async function moveFacts(tx: Tx, from: string, into: string, at: Date) {
  const double = await tx.customer.findFirstOrThrow({ where: { id: from } });
  const gone = { archivedAt: at, mergedInto: into, key: null, contactId: null };
  await tx.customer.updateMany({ where: { id: from }, data: gone });
  await tx.customer.updateMany({ where: { mergedInto: from }, data: { mergedInto: into } });
  await tx.$executeRaw`UPDATE customers SET key = coalesce(key, ${double.key}), segment = coalesce(segment, ${double.segment}),
      contact_id = coalesce(contact_id, ${double.contactId}), fits = coalesce(fits, ${double.fits}),
      do_not_contact = do_not_contact OR ${double.doNotContact}
    WHERE id = ${into}::uuid`;
}

async function moveWords(tx: Tx, from: string, into: string) {
  const names = await namesOf(tx, into);
  const words = wordsOf(names.join(' '));
  await tx.customerWord.deleteMany({ where: { ofId: from, word: { in: words } } });
  await tx.customerWord.createMany({ data: words.map((word) => ({ word, ofId: into })), skipDuplicates: true });
}

/** All the names of a customer: their own, and those of the doubles that were merged into them. */
export async function namesOf(tx: Tx, id: string): Promise<string[]> {
  const where = { OR: [{ id }, { mergedInto: id }] };
  const rows = await tx.customer.findMany({ where, select: { name: true } });
  return rows.map(({ name }) => name);
}
