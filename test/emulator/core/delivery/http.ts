import { createHmac } from 'node:crypto';
import type { Json } from '../shapes.ts';
import type { Parcel, Receipt, Transport } from './transport.ts';

/** Signed requests to one address (docs.slack.dev/authentication/verifying-requests-from-slack); real time signs. */
export const overHttp = (address: string, signingSecret: string, giveUpMs: number): Transport => ({
  async send(_envelopeId, parcel) {
    const { contentType, body } = encoded(parcel);
    try {
      const response = await fetch(address, {
        method: 'POST',
        body,
        headers: { 'content-type': contentType, ...signed(body, signingSecret), ...retryHeaders(parcel) },
        signal: AbortSignal.timeout(giveUpMs),
      });
      const text = await response.text();
      if (response.ok) return { got: 'ack', body: parsed(text, parcel) };
      const noRetry = response.headers.get('x-slack-no-retry') === '1';
      return { got: 'failure', reason: `http ${response.status}`, noRetry };
    } catch (error) {
      return error instanceof Error && error.name === 'TimeoutError'
        ? { got: 'failure', reason: 'http_timeout' }
        : ({ got: 'nobody there' } satisfies Receipt);
    }
  },
});

function encoded({ type, payload }: Parcel): { contentType: string; body: string } {
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

/** An answer is JSON or, to a slash command, plain text. */
function parsed(text: string, { type }: Parcel): Json | undefined {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return type === 'slash_commands' ? { text } : undefined;
  }
}
