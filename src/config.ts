import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CannotStart } from './errors.ts';

/** What Mantra needs to know before it starts. */
export type Config = {
  botToken: string;
  /** How Slack reaches us. */
  transport: { kind: 'socket'; appToken: string } | { kind: 'http'; signingSecret: string; port: number };
  /** Another Slack than the real one: the emulator. Ends with a slash. */
  slackApiUrl?: string;
  /** A PostgreSQL server; without it the database is embedded, in `dataDir`. */
  databaseUrl?: string;
  dataDir: string;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Where `/healthz`, `/readyz` and `/metrics` answer; nowhere without it. */
  opsPort?: number;
};

/** Says everything that is missing or wrong at once, each with where to find it, and never a secret's value. */
export class ConfigError extends CannotStart {
  override name = 'ConfigError';

  constructor(problems: readonly string[]) {
    super(
      [
        'Mantra can’t start yet:',
        ...problems.map((problem) => `  - ${problem}`),
        'Settings come from the environment; .env.example lists them all.',
        'No Slack at hand? `npm run try` shows Mantra in your browser, with a Slack of its own.',
      ].join('\n'),
    );
  }
}

type Env = Record<string, string | undefined>;

const APP = 'api.slack.com/apps → your app →';
const BOT_TOKEN = `${APP} OAuth & Permissions → Bot User OAuth Token`;
const APP_TOKEN = `${APP} Basic Information → App-Level Tokens (scope connections:write)`;
const SIGNING_SECRET = `${APP} Basic Information → App Credentials → Signing Secret`;

const port = (name: string) => {
  const error = `${name} is a port, a number from 1 to 65535.`;
  return z.coerce.number({ error }).int({ error }).min(1, { error }).max(65_535, { error }).optional();
};

const url = (name: string, protocol: RegExp, example: string) =>
  z.url({ protocol, error: `${name} looks like ${example}` }).optional();

const settings = z.object({
  SLACK_BOT_TOKEN: z
    .string({ error: `SLACK_BOT_TOKEN is missing: ${BOT_TOKEN}.` })
    .startsWith('xoxb-', { error: `SLACK_BOT_TOKEN begins with xoxb-, this one doesn’t: ${BOT_TOKEN}.` }),
  SLACK_APP_TOKEN: z
    .string()
    .startsWith('xapp-', { error: `SLACK_APP_TOKEN begins with xapp-, this one doesn’t: ${APP_TOKEN}.` })
    .optional(),
  SLACK_SIGNING_SECRET: z
    .string()
    .regex(/^(?!xox|xapp)\S{16,}$/, { error: `SLACK_SIGNING_SECRET doesn’t look like one: ${SIGNING_SECRET}.` })
    .optional(),
  PORT: port('PORT'),
  SLACK_API_URL: url('SLACK_API_URL', /^https?$/, 'http://127.0.0.1:4000/api/; the real Slack needs none.'),
  DATABASE_URL: url(
    'DATABASE_URL',
    /^postgres(ql)?$/,
    'postgresql://user:password@host:5432/name; leave it out for the embedded one.',
  ),
  DATA_DIR: z.string().default('./data'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'LOG_LEVEL is debug, info, warn, error or silent.' })
    .default('info'),
  OPS_PORT: port('OPS_PORT'),
});

/** Settings that a file may hold instead, named by `<NAME>_FILE`, so that no secret stands in the environment. */
const SECRETS = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET', 'DATABASE_URL'];

/** The settings in `env`, checked; throws ConfigError. An empty setting counts as absent. */
export function readConfig(env: Env): Config {
  const { given, unreadable } = withFiles(env);
  const read = settings.safeParse(given);
  const transport = transportOf(given);
  const problems = [...unreadable, ...(read.error?.issues ?? []).map(({ message }) => message)];
  if (typeof transport === 'string') throw new ConfigError([...problems, transport]);
  if (problems.length > 0 || !read.data) throw new ConfigError(problems);
  const { SLACK_API_URL, DATABASE_URL, OPS_PORT, ...rest } = read.data;
  return {
    botToken: rest.SLACK_BOT_TOKEN,
    transport,
    ...(SLACK_API_URL !== undefined && { slackApiUrl: SLACK_API_URL.replace(/\/*$/, '/') }),
    ...(DATABASE_URL !== undefined && { databaseUrl: DATABASE_URL }),
    dataDir: rest.DATA_DIR,
    logLevel: rest.LOG_LEVEL,
    ...(OPS_PORT !== undefined && { opsPort: OPS_PORT }),
  };
}

/** The part that operators' scripts need: where the database is. Throws ConfigError. */
export function readDatabaseConfig(env: Env): Pick<Config, 'databaseUrl' | 'dataDir'> {
  const { given, unreadable } = withFiles(env);
  const { data, error } = settings.pick({ DATABASE_URL: true, DATA_DIR: true }).safeParse(given);
  const problems = [...unreadable, ...(error?.issues ?? []).map(({ message }) => message)];
  if (problems.length > 0 || !data) throw new ConfigError(problems);
  return { dataDir: data.DATA_DIR, ...(data.DATABASE_URL !== undefined && { databaseUrl: data.DATABASE_URL }) };
}

/** The one way in that is set, or what is wrong. PORT alone decides nothing: many platforms set it for everybody. */
function transportOf({
  SLACK_APP_TOKEN: appToken,
  SLACK_SIGNING_SECRET: signingSecret,
  PORT,
}: Env): Config['transport'] | string {
  if (appToken && signingSecret)
    return 'SLACK_APP_TOKEN (Socket Mode) and SLACK_SIGNING_SECRET (HTTP) are both set: keep the one that Slack is to use.';
  if (appToken) return { kind: 'socket', appToken };
  if (signingSecret && PORT) return { kind: 'http', signingSecret, port: Number(PORT) };
  if (signingSecret)
    return 'PORT is missing: with SLACK_SIGNING_SECRET Mantra listens there for what Slack sends to /slack/events.';
  return `SLACK_APP_TOKEN is missing: ${APP_TOKEN}. Or, for HTTP instead of Socket Mode, SLACK_SIGNING_SECRET and PORT: ${SIGNING_SECRET}.`;
}

function withFiles(env: Env): { given: Env; unreadable: string[] } {
  const given: Env = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const unreadable: string[] = [];
  for (const name of SECRETS) {
    const file = given[`${name}_FILE`];
    if (file === undefined) continue;
    const held = given[name] === undefined ? contentsOf(file) : undefined;
    if (held) given[name] = held;
    else unreadable.push(`${name}_FILE names a file that can’t be read or is empty, or ${name} is set as well.`);
  }
  return { given, unreadable };
}

function contentsOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
