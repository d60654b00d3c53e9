import { createHash } from 'node:crypto';

/** Statements a connection remembers: what runs every minute, not every list of another length. */
const MOST = 500;

/**
 * Stands in statements over tables that grow by a lot at once: a kept plan, made while they were small, would go on as if
 * they still were (measured: a minute for 15,000 people).
 */
const PLANNED_ANEW = '/* planned anew */';

/**
 * Names for statements, the same wherever the text is the same, so that the database parses and plans each once
 * (measured: a quarter of the embedded database's time). Empty, which means unnamed, when it remembers enough.
 */
export function statementNames(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined || names.size >= MOST || sql.includes(PLANNED_ANEW)) return known ?? '';
    const name = createHash('sha256').update(sql).digest('hex').slice(0, 32);
    names.set(sql, name);
    return name;
  };
}
