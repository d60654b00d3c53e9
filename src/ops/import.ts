// Reads a list of customers: npm run import -- customers.csv --env-file=.env
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { systemClock } from '../clock.ts';
import { readDatabaseConfig } from '../config.ts';
import { type Database, openDatabase } from '../db/open.ts';
import { CannotStart } from '../errors.ts';
import { importForOperator, type Progress } from '../features/imports/index.ts';
import { systemIds } from '../ids.ts';
import { createLog } from '../log.ts';
import { askRunning } from './ask-running.ts';

const USAGE = `usage: npm run import -- customers.csv [--team T0123456] [--env-file .env]
  Reads customers from a CSV file into the database that DATABASE_URL names, or the embedded one in DATA_DIR, also
  while Mantra runs. Its first line names the columns: Name, and where you have them Number, Status, Fixed contact,
  Segment, Fits us, Do not contact. Bring the same list again as often as you like.
  --team   which workspace, where there are several`;

const { values, positionals } = parseArgs({
  options: { team: { type: 'string' }, 'env-file': { type: 'string' }, help: { type: 'boolean' } },
  allowPositionals: true,
});
const [file] = positionals;
if (file === undefined || positionals.length > 1 || values.help) end(USAGE, values.help ? 0 : 2);
if (values['env-file'] !== undefined) process.loadEnvFile(values['env-file']);

await bring(file).catch((error: unknown) => {
  if (error instanceof CannotStart) end(error.message, 1);
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') end(`There is no file ${file}.`, 2);
  throw error;
});

async function bring(name: string) {
  const bytes = readFileSync(name);
  const { databaseUrl, dataDir } = readDatabaseConfig(process.env);
  if (databaseUrl === undefined && (await askRunning(dataDir, 'import', bytes, show))) return;
  const log = createLog('error');
  const database = await openDatabase({ dataDir, log, ...(databaseUrl !== undefined && { url: databaseUrl }) });
  const { id } = await workspaceIn(database);
  const means = { db: database.forWorkspace(id), clock: systemClock, ids: systemIds };
  await importForOperator(means, bytes, show).finally(() => database.close());
}

async function workspaceIn({ workspaces }: Database) {
  const { team } = values;
  const all = (await workspaces.list()).filter(({ teamId }) => team === undefined || teamId === team);
  const [one] = all;
  if (one && all.length === 1) return one;
  throw new CannotStart(
    all.length === 0
      ? 'No such workspace is in this database yet: start Mantra once, connected to your Slack.'
      : `Which workspace? Say it with --team: ${all.map(({ teamId }) => teamId).join(', ')}.`,
  );
}

function show(progress: Progress) {
  if ('read' in progress) return void process.stdout.write(`${progress.read} of ${progress.rows} rows\n`);
  process.stdout.write(`${progress.says}\n`);
  process.exitCode = progress.ok ? 0 : 1;
}

function end(says: string, code: number): never {
  process.stderr.write(`${says}\n`);
  process.exit(code);
}
