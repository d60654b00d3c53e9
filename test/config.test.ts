import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

const SOCKET = { SLACK_BOT_TOKEN: 'xoxb-1-secret', SLACK_APP_TOKEN: 'xapp-1-secret' };
const HTTP = { SLACK_BOT_TOKEN: 'xoxb-1-secret', SLACK_SIGNING_SECRET: '0123456789abcdef0123', PORT: '3000' };

/** What somebody reads who starts Mantra with these settings. */
function complaint(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return 'no complaint';
}

describe('settings that suffice', () => {
  it('are two tokens for Socket Mode; the rest has sensible values', () => {
    expect(readConfig(SOCKET)).toEqual({
      botToken: 'xoxb-1-secret',
      transport: { kind: 'socket', appToken: 'xapp-1-secret' },
      dataDir: './data',
      logLevel: 'info',
    });
  });

  it('are a token, the signing secret and a port for HTTP', () => {
    expect(readConfig(HTTP).transport).toEqual({ kind: 'http', signingSecret: '0123456789abcdef0123', port: 3000 });
  });

  it('may name everything else', () => {
    const config = readConfig({
      ...SOCKET,
      SLACK_API_URL: 'http://127.0.0.1:4000/api',
      DATABASE_URL: 'postgresql://mantra:pass@db.internal:5432/mantra?sslmode=require',
      DATA_DIR: '/var/lib/mantra',
      LOG_LEVEL: 'debug',
      OPS_PORT: '9090',
    });
    expect(config).toMatchObject({
      slackApiUrl: 'http://127.0.0.1:4000/api/',
      databaseUrl: 'postgresql://mantra:pass@db.internal:5432/mantra?sslmode=require',
      dataDir: '/var/lib/mantra',
      logLevel: 'debug',
      opsPort: 9090,
    });
  });

  it('may be left empty, as a copied .env.example leaves them', () => {
    expect(
      readConfig({ ...SOCKET, SLACK_SIGNING_SECRET: '', PORT: ' ', DATABASE_URL: '', OPS_PORT: '', LOG_LEVEL: '' }),
    ).toEqual(readConfig(SOCKET));
  });

  it('ignore a PORT that a platform gives to everybody, in Socket Mode', () => {
    expect(readConfig({ ...SOCKET, PORT: '8080' }).transport.kind).toBe('socket');
  });
});

describe('somebody who starts Mantra without settings', () => {
  it('hears all that is missing at once, where Slack keeps it, and how to try Mantra without Slack', () => {
    expect(complaint({})).toMatchInlineSnapshot(`
      "Mantra can’t start yet:
        - SLACK_BOT_TOKEN is missing: api.slack.com/apps → your app → OAuth & Permissions → Bot User OAuth Token.
        - SLACK_APP_TOKEN is missing: api.slack.com/apps → your app → Basic Information → App-Level Tokens (scope connections:write). Or, for HTTP instead of Socket Mode, SLACK_SIGNING_SECRET and PORT: api.slack.com/apps → your app → Basic Information → App Credentials → Signing Secret.
      Settings come from the environment; .env.example lists them all.
      No Slack at hand? \`npm run try\` shows Mantra in your browser, with a Slack of its own."
    `);
  });
});

describe('somebody who made a mistake', () => {
  it.each([
    ['pasted the wrong token', { ...SOCKET, SLACK_BOT_TOKEN: 'xoxp-1-secret' }, 'SLACK_BOT_TOKEN begins with xoxb-'],
    [
      'swapped the tokens',
      { SLACK_BOT_TOKEN: 'xapp-1-secret', SLACK_APP_TOKEN: 'xoxb-1-secret' },
      'SLACK_APP_TOKEN begins with xapp-',
    ],
    ['set both ways in', { ...SOCKET, ...HTTP }, 'are both set: keep the one'],
    ['forgot the port', { ...HTTP, PORT: '' }, 'PORT is missing'],
    ['wrote a port that is none', { ...HTTP, PORT: '99999' }, 'PORT is a port, a number from 1 to 65535'],
    ['pasted a token as signing secret', { ...HTTP, SLACK_SIGNING_SECRET: 'xapp-1-secret-secret' }, 'Signing Secret'],
    [
      'named another database',
      { ...SOCKET, DATABASE_URL: 'mysql://u:secret@h/d' },
      'DATABASE_URL looks like postgresql://',
    ],
    ['invented a log level', { ...SOCKET, LOG_LEVEL: 'loud' }, 'LOG_LEVEL is debug, info'],
  ])('who %s is told so', (_mistake, env, words) => {
    expect(complaint(env)).toContain(words);
  });

  it('never sees a secret’s value repeated', () => {
    const everythingWrong = {
      SLACK_BOT_TOKEN: 'secret-1',
      SLACK_APP_TOKEN: 'secret-2',
      SLACK_SIGNING_SECRET: 'secret-3',
      DATABASE_URL: 'mysql://u:secret-4@h/d',
      SLACK_API_URL: 'secret-5',
    };
    expect(complaint(everythingWrong)).not.toContain('secret-');
  });
});

describe('secrets in files', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'mantra-config-'));
  beforeAll(() => {
    writeFileSync(path.join(dir, 'bot'), 'xoxb-from-a-file\n');
    writeFileSync(path.join(dir, 'empty'), '\n');
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  const withFile = (name: string, more = {}) => ({
    SLACK_APP_TOKEN: 'xapp-1',
    SLACK_BOT_TOKEN_FILE: path.join(dir, name),
    ...more,
  });

  it('are read, without the line’s end', () => {
    expect(readConfig(withFile('bot')).botToken).toBe('xoxb-from-a-file');
  });

  it.each([
    ['isn’t there', withFile('nowhere')],
    ['is empty', withFile('empty')],
    ['is named beside the setting itself', withFile('bot', { SLACK_BOT_TOKEN: 'xoxb-1' })],
  ])('are asked for where the file %s', (_why, env) => {
    expect(complaint(env)).toContain('SLACK_BOT_TOKEN_FILE names a file that can’t be read');
  });
});
