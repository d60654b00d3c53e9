import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from '../commands/index.ts';
import { features } from '../src/features/index.ts';

const filesOf = (...roots: string[]) =>
  roots
    .flatMap((root) => readdirSync(root, { recursive: true, encoding: 'utf8' }).map((file) => join(root, file)))
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('generated'))
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

const product = filesOf('src', 'commands');
const emulator = filesOf('test/emulator/core', 'test/emulator/page');

const schema = readFileSync('prisma/schema.prisma', 'utf8');

const DATABASE_CLOCK = /(?<![\w.])now\(\)|current_timestamp|clock_timestamp|gen_random_uuid/i;

/** What each rule looks at, what must not stand there, and a line that it must catch. */
const rules: [says: string, where: RegExp, forbidden: RegExp, caught: string][] = [
  [
    'rules know nothing of Slack, the database, the clock or chance',
    /rules\.ts$/,
    /from '(?!dayjs'|zod'|\.\.\/\.\.\/(time|texts|words)\.ts'|\.\.\/\w+\/([\w-]+-)?rules\.ts'|\.\/[\w-]+\.ts')|new Date\(\)|Math\.random/,
    "import { personStore } from './store.ts';\nimport { WebClient } from '@slack/web-api'",
  ],
  [
    'only clock.ts reads the time',
    /^(?!src\/clock\.ts)/,
    /new Date\(\)|Date\.now\(\)|dayjs\(\)|performance\.now/,
    'const at = new Date();',
  ],
  ['only ids.ts draws chances', /^(?!src\/ids\.ts)/, /Math\.random|randomInt|getRandomValues/, 'Math.random()'],
  ['only time.ts does zone arithmetic', /^(?!src\/time\.ts)/, /\.tz\(|from 'dayjs/, 'dayjs.tz(day, zone)'],
  [
    'the product never imports its tests or the emulator',
    /./,
    /from '[^']*\/test\//,
    "import { aHouse } from '../test/support/house.ts'",
  ],
  [
    'only store.ts asks the database',
    /features\/\w+\/(?!store)/,
    /\btx\.\w+\.\w+\(|\$(query|execute)Raw/,
    'await tx.person.findMany()',
  ],
  [
    'the bare database client never leaves src/db',
    /^(?!src\/db\/)/,
    /new PrismaClient|\$transaction/,
    'new PrismaClient({ adapter })',
  ],
  [
    'timers stand in the ticker, the clock and the deadline',
    /^(?!src\/(ticker|clock|deadline)\.ts)/,
    /setTimeout|setInterval|'node-cron'/,
    'setTimeout(look, 60_000)',
  ],
  [
    'only the outbox posts',
    /^(?!src\/delivery\/)/,
    /\.chat\.(postMessage|update|delete|postEphemeral|scheduleMessage)/,
    'await slack.chat.postMessage({ channel })',
  ],
  ["Bolt's own client does nothing", /./, /\bapp\.client\b/, 'await app.client.views.open(view)'],
  ['a habit answers errors by throwing, not by catching', /^(src\/features|commands)\//, /\btry \{/, '  try {'],
  [
    'habits reach each other only through index.ts',
    /features\/\w+\/(?!([\w-]+-)?rules)/,
    /from '\.\.\/(?!\.\.)\w+\/(?!index\.ts)/,
    "import { personStore } from '../people/store.ts';",
  ],
  [
    'what people read stands in texts.ts',
    /^(?!.*texts\.ts$)/,
    /md`[^`]*[a-z]{3,}[^`$}]* [a-z]{2,}/i,
    'section(md`Saved, thank you.`)',
  ],
  ['Mantra never shouts', /texts\.ts$/, /[a-z]!/i, "'Well done!'"],
  [
    'nobody is ranked, scored or told off',
    /texts\.ts$/,
    /leaderboard|ranking|streak|you haven.t|je hebt nog niet|customer is king|klant is koning/i,
    "'The leaderboard of this week'",
  ],
];

/** The same for the emulator, whose page is Slack's face and whose core is its rules. */
const emulatorRules: typeof rules = [
  [
    'the emulator’s core knows no page and no product',
    /emulator\/core\//,
    /from '[^']*\/(page|src)\/|\b(document|window|localStorage)\.|'preact/,
    "import { bundle } from '../page/server/bundle.ts';\ndocument.body.append(message)",
  ],
  [
    'the emulator’s page has no rules: in the browser it takes nothing but types from the core',
    /emulator\/page\/(?!server|act\.ts)/,
    /^(import|export) (?!type)[^;]*from '[^']*\/core\//m,
    "import { mistakesInView } from '../core/index.ts';",
  ],
  [
    'the emulator’s page knows nothing of the product',
    /emulator\/page\//,
    /from '[^']*\/src\//,
    "import { say } from '../../../src/features/home/texts.ts';",
  ],
];

describe('house rules', () => {
  it.each(emulatorRules)('%s', (_says, where, forbidden, caught) => {
    expect(caught).toMatch(forbidden);
    const offenders = emulator.filter(({ file, text }) => where.test(file) && forbidden.test(code(text)));
    expect(offenders.map(({ file }) => file)).toEqual([]);
  });

  it.each(rules)('%s', (_says, where, forbidden, caught) => {
    expect(caught).toMatch(forbidden);
    const offenders = product.filter(({ file, text }) => where.test(file) && forbidden.test(code(text)));
    expect(offenders.map(({ file }) => file)).toEqual([]);
  });

  it('every file of the product is a room, not a hall', () => {
    const halls = product.filter(({ file, text }) => !file.endsWith('texts.ts') && text.split('\n').length > 220);
    expect(halls.map(({ file }) => file)).toEqual([]);
  });

  it('the database draws no times and no ids by itself', () => {
    expect(schema).not.toMatch(/@default\((now|uuid|cuid|autoincrement)\(|@updatedAt/);
    const sql = readdirSync('prisma/migrations', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.sql'))
      .map((file) => ({ file, text: readFileSync(join('prisma/migrations', file), 'utf8') }));
    // Prisma's own table keeps its own default; it isn't the product's.
    const ours = product.filter(({ file }) => file.includes('store.ts') || file.startsWith('src/delivery/'));
    const offenders = [...sql, ...ours].filter(({ text }) => DATABASE_CLOCK.test(code(text)));
    expect(offenders.map(({ file }) => file)).toEqual([]);
  });

  it('every id is unique and carries the name of its habit', () => {
    const ids = features.flatMap(({ name, ...habit }) =>
      [
        ...(habit.actions ?? []).map(({ id }) => id),
        ...(habit.modals ?? []).map(({ id }) => id),
        ...(habit.options ?? []).map(({ id }) => id),
        ...(habit.messages ?? []).map((kind) => kind.name),
      ].map((id) => [name, id] as const),
    );
    expect(new Set(ids.map(([, id]) => id)).size).toBe(ids.length);
    for (const [name, id] of ids) expect(id).toMatch(new RegExp(`^${name}\\.[a-z-]+$`));
  });

  it('every word people type is unique in both languages', () => {
    const typed = words.flatMap(({ name }) => [...new Set([name.en, name.nl])]);
    expect(new Set(typed).size).toBe(typed.length);
  });

  it('every column that names a person is declared with what becomes of it', () => {
    const declared = new Set(
      features.flatMap(({ personal }) => personal.map(({ table, column }) => `${table}.${column}`)),
    );
    expect(personColumns().filter((column) => !declared.has(column))).toEqual([]);
  });
});

/** Comments may speak of what the code may not do. */
const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/** Columns that hold a Slack user's id, as the schema names them. */
function personColumns(): string[] {
  const models = schema.matchAll(/^model \w+ \{([\s\S]*?)^\}/gm);
  return [...models].flatMap(([, body = '']) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? '';
    const columns = [...body.matchAll(/^ {2}(userId|by|addedBy|contactId|recipient)\b[^\n]*$/gm)];
    return columns.map(([line, field]) => `${table}.${/@map\("(\w+)"\)/.exec(line)?.[1] ?? field}`);
  });
}
