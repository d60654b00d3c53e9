/** Which database is asked for; the embedded one unless said. `args`: what else was. Throws for any other. */
export function dbIn(args: readonly string[]): { db: 'pg' | 'embedded'; args: string[] } {
  const at = args.indexOf('--db');
  const db = at < 0 ? 'embedded' : args[at + 1];
  if (db !== 'pg' && db !== 'embedded') throw new Error('--db is pg or embedded.');
  return { db, args: args.filter((_, n) => at < 0 || (n !== at && n !== at + 1)) };
}
