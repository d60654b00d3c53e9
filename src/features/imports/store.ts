import type { Tx } from '../../db/workspace.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { fold, wordsOf } from '../../words.ts';
import type { Match, Placed, Row } from './row-rules.ts';
import { type Outcome, outcome } from './rules.ts';

/** A file that is being read, or has been. `by`: who is told; null: an operator's. */
export type Import = {
  id: string;
  by: string | null;
  state: 'reading' | 'done' | 'refused' | 'cut-short';
  read: number;
  rows: number;
  outcome: Outcome | undefined;
};

/** Whether a statement failed because a name or a number is somebody else's by now. */
export const isTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError &&
  `${error.code} ${JSON.stringify(error.meta)}`.includes('23505');

const STATES = ['reading', 'done', 'refused', 'cut-short'] as const;

export const importStore = (tx: Tx) => ({
  begin: (id: string, by: string | null, at: Date): Promise<unknown> =>
    tx.customerImport.create({ data: { id, by, state: 'reading', startedAt: at, heardAt: at } }),

  find: async (id: string): Promise<Import | undefined> => {
    const row = await tx.customerImport.findFirst({ where: { id } });
    const state = STATES.find((one) => one === row?.state);
    return row && state
      ? { id, by: row.by, state, read: row.read, rows: row.rows, outcome: outcome.safeParse(row.outcome).data }
      : undefined;
  },

  /** How far it is; false where somebody has called it off meanwhile. */
  goOn: async (id: string, read: number, rows: number, at: Date): Promise<boolean> => {
    const data = { read, rows, heardAt: at };
    return (await tx.customerImport.updateMany({ where: { id, state: 'reading' }, data })).count > 0;
  },

  end: async (id: string, came: Outcome): Promise<void> => {
    const state = 'refused' in came ? 'refused' : 'done';
    await tx.customerImport.updateMany({ where: { id }, data: { state, outcome: came } });
    await tx.customerImportRow.deleteMany({ where: { importId: id } });
  },

  /** Imports that haven't got on since then: whatever read them is gone. */
  stalled: (since: Date) =>
    tx.customerImport.findMany({
      where: { state: 'reading', heardAt: { lt: since } },
      select: { id: true, by: true },
    }),

  /** Nothing of this one is taken. The words of customers that never came go too. */
  callOff: async (id: string): Promise<void> => {
    await tx.customerImport.updateMany({ where: { id, state: 'reading' }, data: { state: 'cut-short' } });
    await importStore(tx).forgetWords(id);
    await tx.customerImportRow.deleteMany({ where: { importId: id } });
  },

  /** Those of customers that only this file knows. */
  forgetWords: (id: string): Promise<unknown> => tx.$executeRaw`
    DELETE FROM customer_words WHERE of_id IN (
      SELECT r.customer_id FROM customer_import_rows r WHERE r.import_id = ${id}::uuid AND r.is_new)`,

  forget: (before: Date): Promise<unknown> => tx.customerImport.deleteMany({ where: { startedAt: { lt: before } } }),

  /** Who works here, by folded name and by id; a name that two have is nobody's. */
  people: async (): Promise<Map<string, string>> => {
    const rows = await tx.person.findMany({ where: { member: true }, select: { userId: true, name: true } });
    const ids = new Map<string, string>();
    const doubled = new Set<string>();
    for (const { userId, name } of rows) {
      const folded = fold(name);
      if (ids.has(folded)) doubled.add(folded);
      ids.set(folded, userId).set(fold(userId), userId);
    }
    for (const name of doubled) ids.delete(name);
    return ids;
  },

  /**
   * Customers that these rows may be about: of the same name or number, doubles among them. Asked row by row, and planned
   * anew: a database that hasn't counted its rows yet, or had few when it planned, reads all customers for a list of names.
   */
  matches: (rows: readonly Row[]): Promise<Match[]> => {
    const columns = Prisma.sql`c.id, c.key, c.folded, c.name, c.status, c.contact_id AS "contactId", c.fits, c.segment,
      c.do_not_contact AS "doNotContact", c.merged_into IS NOT NULL AS "isMerged"`;
    return tx.$queryRaw`
      SELECT /* planned anew */ c.* FROM unnest(${rows.map(({ folded }) => folded)}::text[]) AS n(folded), LATERAL (
        SELECT ${columns} FROM customers c WHERE c.sort = 'customer' AND c.folded = n.folded LIMIT 1) c
      UNION SELECT c.* FROM unnest(${rows.flatMap(({ key }) => key ?? [])}::text[]) AS n(key), LATERAL (
        SELECT ${columns} FROM customers c WHERE c.key = n.key LIMIT 1) c`;
  },

  /** Puts rows aside until the last has been read. They can be found by their words from when they are customers. */
  stage: async (importId: string, placed: readonly (Placed & { id: string })[]): Promise<void> => {
    const rows = placed.map(({ row, status, id, is }) => ({ ...row, status, id, isNew: is === 'new' }));
    await tx.$executeRaw`
      INSERT INTO customer_import_rows (import_id, line, customer_id, is_new, name, folded, key, status, contact_id, fits,
        segment, do_not_contact)
      SELECT ${importId}::uuid, r.line, r.id, r."isNew", r.name, r.folded, r.key, r.status, r."contactId", r.fits, r.segment,
        r."doNotContact"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(line int, id uuid, "isNew" boolean, name text, folded text,
        key text, status text, "contactId" text, fits boolean, segment text, "doNotContact" boolean)`;
    const words = rows.flatMap(({ id, name }) => wordsOf(name).map((word) => ({ id, word })));
    await tx.$executeRaw`
      INSERT INTO customer_words (word, of_id)
      SELECT w.word, w.id FROM jsonb_to_recordset(${JSON.stringify(words)}::jsonb) AS w(id uuid, word text)
      ON CONFLICT DO NOTHING`;
  },

  /**
   * All of them at once, and without a look at customers: as these grow while they are written, a join would read them
   * from the beginning for every row. What the file doesn't say of a customer stays. Fails (23505) where a name or
   * number was taken meanwhile.
   */
  takeOver: (importId: string, by: string | null, at: Date): Promise<number> => tx.$executeRaw`
    INSERT INTO customers AS known (id, name, folded, sort, key, status, contact_id, fits, segment, do_not_contact, added_by, added_at)
    SELECT r.customer_id, r.name, r.folded, 'customer', r.key, r.status, r.contact_id, r.fits, r.segment, r.do_not_contact,
      ${by}, ${at}::timestamptz
    FROM customer_import_rows r WHERE r.import_id = ${importId}::uuid
    ON CONFLICT (workspace_id, id) DO UPDATE SET name = excluded.name, folded = excluded.folded, status = excluded.status,
      key = coalesce(excluded.key, known.key), contact_id = coalesce(excluded.contact_id, known.contact_id),
      fits = coalesce(excluded.fits, known.fits), segment = coalesce(excluded.segment, known.segment),
      do_not_contact = known.do_not_contact OR excluded.do_not_contact`,
});
