import { createHmac } from 'node:crypto';
import { readJson } from '../json.ts';
import type { Json } from '../shapes.ts';
import type { Parcel, Receipt, Transport } from './transport.ts';

/** Slack's Request URL. */
export type RequestUrl = Transport & {
  /** Whether the app answers Slack's challenge, as Slack asks before it takes an address for events. */
  verify(): Promise<boolean>;
};

type Letter = { contentType: string; body: string; headers?: Record<string, string> };

/** docs.slack.dev/apis/events-api: an answer that needs more redirects than that is a failure. */
const MOST_REDIRECTS = 2;

/** Signed requests to one address (docs.slack.dev/authentication/verifying-requests-from-slack); real time signs. */
export function overHttp(address: string, signingSecret: string, giveUpMs: number): RequestUrl {
  const mail = ({ contentType, body, headers = {} }: Letter) =>
    following(address, {
      method: 'POST',
      body,
      headers: { 'content-type': contentType, ...signed(body, signingSecret), ...headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(giveUpMs),
    });

  return {
    async send(_envelopeId, parcel) {
      try {
        const response = await mail({ ...encoded(parcel), headers: retryHeaders(parcel) });
        return receiptOf(response, await response.text(), parcel);
      } catch (error) {
        return error instanceof Error && error.name === 'TimeoutError'
          ? { got: 'failure', reason: 'http_timeout' }
          : ({ got: 'nobody there' } satisfies Receipt);
      }
    },
    async verify() {
      const challenge = crypto.randomUUID();
      const body = JSON.stringify({ token: 'emulator', challenge, type: 'url_verification' });
      try {
        const response = await mail({ contentType: 'application/json', body });
        return response.ok && isChallenge(await response.text(), challenge);
      } catch {
        return false;
      }
    },
  };
}

/** Follows a few redirects, with the same letter each time. */
async function following(address: string, letter: RequestInit, left = MOST_REDIRECTS): Promise<Response> {
  const response = await fetch(address, letter);
  const next = response.headers.get('location');
  if (response.status < 300 || response.status > 399 || !next || left === 0) return response;
  return following(new URL(next, address).href, letter, left - 1);
}

function receiptOf(response: Response, text: string, parcel: Parcel): Receipt {
  if (response.ok) return { got: 'ack', body: parsed(text, parcel) };
  const redirected = response.status > 299 && response.status < 400;
  const noRetry = response.headers.get('x-slack-no-retry') === '1';
  return { got: 'failure', reason: redirected ? 'too_many_redirects' : 'http_error', noRetry };
}

/** It may come back as text, or in JSON or a form under its own name. */
const isChallenge = (text: string, challenge: string) =>
  [challenge, `challenge=${challenge}`].includes(text.trim()) || text.includes(`"${challenge}"`);

function encoded({ type, payload }: Parcel): Letter {
  if (type === 'events_api') return { contentType: 'application/json', body: JSON.stringify(payload) };
  const fields: [string, string][] =
    type === 'interactive'
      ? [['payload', JSON.stringify(payload)]]
      : Object.entries(payload).map(([name, value]) => [name, String(value)]);
  return { contentType: 'application/x-www-form-urlencoded', body: new URLSearchParams(fields).toString() };
}

function signed(body: string, secret: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
}

const retryHeaders = ({ retry }: Parcel): Record<string, string> =>
  retry ? { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason } : {};

/** An answer is JSON or, to a slash command, plain text; words that nobody asked for are refused where they matter. */
function parsed(text: string, { type }: Parcel): Json | undefined {
  if (text.trim() === '') return undefined;
  try {
    return readJson(text);
  } catch {
    return type === 'slash_commands' ? { text } : text;
  }
}
