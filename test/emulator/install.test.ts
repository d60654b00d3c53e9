import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Slack } from './core/index.ts';
import { refusalOf } from './garden.ts';
import { aGreenhouse, type Greenhouse } from './greenhouse.ts';
import { REDIRECT_PATH, SCOPES } from './greenhouse-app.ts';

let greenhouse: Greenhouse;
let slack: Slack;

beforeEach(async () => {
  greenhouse = await aGreenhouse(false);
  slack = greenhouse.slack;
});

afterEach(() => greenhouse.close());

const back = () => `${greenhouse.address}${REDIRECT_PATH}`;

/** The link an app would send people to, with something else in it. */
const link = (changes: Record<string, string> = {}) => {
  const query = { client_id: slack.oauth.clientId, scope: 'commands,chat:write', state: 'kept', redirect_uri: back() };
  return `${slack.oauth.authorizeUrl}?${new URLSearchParams({ ...query, ...changes })}`;
};

/** What the browser would send for a button of the page. */
async function presses(answer: 'allow' | 'cancel', at: string): Promise<URL> {
  const page = await (await fetch(at)).text();
  const body = new URLSearchParams({ answer });
  for (const [, name = '', value = ''] of page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g))
    body.set(name, value);
  const { headers } = await fetch(slack.oauth.authorizeUrl, { method: 'POST', body, redirect: 'manual' });
  return new URL(headers.get('location') ?? 'nowhere:');
}

const codeOf = async (at: string) => (await presses('allow', at)).searchParams.get('code') ?? '';

const access = (code: string, changes: Record<string, string> = {}) => {
  const { clientId: client_id, clientSecret: client_secret } = slack.oauth;
  return greenhouse.web.oauth.v2.access({ client_id, client_secret, code, redirect_uri: back(), ...changes });
};

describe('Installing an app', () => {
  it('goes through Bolt’s own pages and this Slack’s, and then the app is at work', async () => {
    const begun = await fetch(`${greenhouse.address}/slack/install`, { redirect: 'manual' });
    const cookie = begun.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    const returned = await presses('allow', begun.headers.get('location') ?? '');
    const done = await fetch(returned, { headers: { cookie } });
    expect([done.status, await done.text()]).toEqual([200, expect.stringContaining('Thank you')]);
    expect(greenhouse.installations.get(slack.teamId)).toMatchObject({
      team: { id: 'T02', name: 'Glass & Sons' },
      user: { id: 'U0IDA' },
      bot: { token: slack.botToken, userId: slack.botUserId, id: 'B0APPBOT001' },
    });
    expect((await slack.as('U0IDA').types('/pot')).modal?.title).toBe('Pot a plant');
  });

  it('shows who asks for what, without a script, and with nothing of the address taken for markup', async () => {
    const page = await (await fetch(link({ state: '"><script>alert(1)</script>' }))).text();
    expect(page).toContain('Greenhouse asks to be let into Glass &amp; Sons');
    expect(page).toContain('Send messages as itself');
    expect(page).toContain('as Ida Glass');
    expect(page).not.toContain('<script');
    expect(page).toContain('&quot;&gt;&lt;script&gt;');
  });

  it('comes back with a code or with a no, and with the state that was given', async () => {
    const allowed = await presses('allow', link());
    expect(allowed.href).toMatch(new RegExp(`^${back()}\\?code=\\S+&state=kept$`));
    expect((await presses('cancel', link())).href).toBe(`${back()}?error=access_denied&state=kept`);
  });

  it.each([
    ['another app', { client_id: 'other' }, 'invalid_client_id'],
    ['no scope', { scope: '' }, 'no_scopes'],
    ['a scope that the manifest hasn’t got', { scope: 'commands,admin' }, 'invalid_scope'],
    ['an address that the manifest hasn’t got', { redirect_uri: 'http://127.0.0.1:1/x' }, 'bad_redirect_uri'],
  ])('follows no link with %s', async (_what, changes, error) => {
    const answer = await fetch(link(changes), { redirect: 'manual' });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(error)]);
    expect(slack.refusals.at(-1)).toMatchObject({ what: 'install', error });
  });

  it('gives the token for a code, once, to whom it was meant for', async () => {
    const code = await codeOf(link({ scope: SCOPES.join(',') }));
    expect(await access(code)).toMatchObject({
      access_token: slack.botToken,
      token_type: 'bot',
      scope: SCOPES.join(','),
      bot_user_id: slack.botUserId,
      team: { id: 'T02', name: 'Glass & Sons' },
      enterprise: null,
      authed_user: { id: 'U0IDA' },
    });
    expect(await refusalOf(access(code))).toMatchObject({ error: 'invalid_code' });
    expect(await refusalOf(access('x', { client_id: 'other' }))).toMatchObject({ error: 'invalid_client_id' });
    expect(await refusalOf(access('x', { client_secret: 'other' }))).toMatchObject({ error: 'bad_client_secret' });
    const elsewhere = access(await codeOf(link()), { redirect_uri: greenhouse.address });
    expect(await refusalOf(elsewhere)).toMatchObject({ error: 'bad_redirect_uri' });
  });

  it('lets an app back in that somebody had removed', async () => {
    slack.uninstall();
    expect(await refusalOf(greenhouse.web.auth.test())).toMatchObject({ error: 'account_inactive' });
    await access(await codeOf(link()));
    expect(await greenhouse.web.auth.test()).toMatchObject({ ok: true, team_id: 'T02' });
  });

  it('takes the app’s name and secret from the header too', async () => {
    const { clientId, clientSecret } = slack.oauth;
    const answer = await fetch(`${slack.apiUrl}oauth.v2.access`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
      body: new URLSearchParams({ code: await codeOf(link()), redirect_uri: back() }),
    });
    expect(await answer.json()).toMatchObject({ ok: true, access_token: slack.botToken });
  });
});
