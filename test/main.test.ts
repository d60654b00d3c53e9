import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import product from '../package.json' with { type: 'json' };
import type { Slack } from './emulator/core/index.ts';
import { freePort } from './support/free-port.ts';
import { anEmptySlack } from './support/plain-start.ts';
import { NOOR, SANNE } from './support/village.ts';

/** The product as a process of its own: what `npm start` runs. */
type Process = { child: ChildProcess; says: { out: string; err: string }; ended: Promise<number | null> };

// A process of its own takes seconds to start where everything else is at work too.
vi.setConfig({ testTimeout: 60_000 });

let directory: string;
let slack: Slack | undefined;
let processes: Process[] = [];

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'mantra-main-'));
});
afterEach(async () => {
  for (const { child, ended } of processes) {
    child.kill('SIGKILL');
    await ended;
  }
  processes = [];
  await slack?.close();
  slack = undefined;
  rmSync(directory, { recursive: true, force: true });
});

/** What `npm start` runs, without npm around it. */
const [program = '', ...script] = product.scripts.start.split(' ');

function run(env: Record<string, string>): Process {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(program, script, { env: { PATH, HOME, ...env } });
  const says = { out: '', err: '' };
  child.stdout.on('data', (data) => (says.out += data));
  child.stderr.on('data', (data) => (says.err += data));
  const one = { child, says, ended: once(child, 'close').then(([code]) => code as number | null) };
  processes.push(one);
  return one;
}

/** What isn't the log's: sentences for whoever started it. */
const sentences = ({ says }: Process) => says.err.split('\n').filter((line) => line !== '' && !line.startsWith('{'));

const realTime = { now: () => new Date() };

async function connected(env: Record<string, string> = {}) {
  slack ??= await anEmptySlack([SANNE, NOOR], realTime);
  const opsPort = await freePort();
  const product = run({ ...slack.settings(), DATA_DIR: directory, OPS_PORT: String(opsPort), ...env });
  return { product, ask: (where: string) => fetch(`http://127.0.0.1:${opsPort}${where}`) };
}

const isReady = (ask: (where: string) => Promise<Response>) =>
  vi.waitFor(async () => expect((await ask('/readyz')).status).toBe(200), { timeout: 20_000, interval: 100 });

describe('npm start without settings', () => {
  it('says everything that is missing at once, points to npm run try, and ends with 1', async () => {
    const { says, ended } = run({});
    expect(await ended).toBe(1);
    expect(says.out).toBe('');
    expect(says.err).toContain('SLACK_BOT_TOKEN is missing');
    expect(says.err).toMatch(/SLACK_APP_TOKEN.*SLACK_SIGNING_SECRET|SLACK_SIGNING_SECRET.*SLACK_APP_TOKEN/s);
    expect(says.err).toContain('`npm run try`');
    expect(says.err).not.toMatch(/\n\s+at /);
  });

  it('never shows a secret it was given', async () => {
    const { says, ended } = run({ SLACK_BOT_TOKEN: 'xoxp-1-hunter2', SLACK_APP_TOKEN: 'xoxb-hunter3' });
    expect(await ended).toBe(1);
    expect(says.err + says.out).not.toMatch(/hunter/);
  });
});

describe('npm start with settings', () => {
  it('gets ready, serves people, answers on OPS_PORT, ends with 0 on SIGTERM, and logs nobody’s words', async () => {
    const { product, ask } = await connected({ LOG_LEVEL: 'debug' });
    await isReady(ask);
    expect(await (await ask('/healthz')).json()).toMatchObject({ ok: true });
    const sanne = slack?.as('USANNE');
    expect((await sanne?.types('/klant gesprek De koelcel is leeg op donderdag'))?.modal?.title).toBe('Klantgesprek');
    await sanne?.types('geheim van Tuinderij Bos');
    await vi.waitFor(() => expect(sanne?.sees()).toContain('[Ik sprak een klant]'), 5_000);
    product.child.kill('SIGTERM');
    expect(await product.ended).toBe(0);
    await expect(ask('/healthz')).rejects.toThrow();

    const { err, out } = product.says;
    expect(out).toBe('');
    expect(sentences(product)).toEqual([]);
    expect(err).toContain('"msg":"sent"');
    expect(err).not.toMatch(/koelcel|Tuinderij|geheim/);
    expect(err).not.toContain(slack?.botToken);
    expect(err).not.toContain(slack?.appToken);
  });

  it('with a bot token that Slack refuses says one sentence and ends with 1', async () => {
    const { product } = await connected({ SLACK_BOT_TOKEN: 'xoxb-0-copied-wrong' });
    expect(await product.ended).toBe(1);
    expect(sentences(product)).toEqual([
      expect.stringMatching(/^Slack refuses the bot token \(invalid_auth\): copy it anew/),
    ]);
  });

  it('with an app token that Slack refuses says one sentence and ends with 1', async () => {
    const { product } = await connected({ SLACK_APP_TOKEN: 'xapp-0-copied-wrong' });
    expect(await product.ended).toBe(1);
    expect(sentences(product)).toEqual([expect.stringContaining('SLACK_APP_TOKEN')]);
  });

  it('a second one on the same directory says so in a sentence and ends with 1; the first goes on', async () => {
    const { product: first, ask } = await connected();
    await isReady(ask);
    const { product: second } = await connected();
    expect(await second.ended).toBe(1);
    expect(sentences(second)).toEqual([expect.stringContaining(directory)]);
    expect(first.child.exitCode).toBeNull();
    expect((await ask('/readyz')).status).toBe(200);
  });
});
