/**
 * A PostgreSQL server for tests that need one whatever the others run on, with the right to create databases.
 * Without one, say what isn't tested and skip; on CI that is a failure.
 */
export function postgresFor(what: string): string | undefined {
  const url = process.env.TEST_POSTGRES_URL ?? process.env.TEST_DATABASE_URL;
  if (url) return url;
  if (process.env.MANTRA_CI) throw new Error(`TEST_POSTGRES_URL is missing: ${what} can't be tested.`);
  process.stdout.write(`Not tested, because TEST_POSTGRES_URL names no PostgreSQL: ${what}.\n`);
  return undefined;
}
