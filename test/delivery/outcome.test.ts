import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODES, outcomeOf, type Sent } from '../../src/delivery/outcome.ts';

const DM: Sent = { to: 'person', charts: false };
const CHANNEL: Sent = { to: 'channel', charts: false };

const refusal = (error: string) => new WebAPIPlatformError({ ok: false, error });
const meaning = (error: string, sent: Sent) => outcomeOf(refusal(error), sent).is;
const cut = (code: string) => {
  const system = Object.assign(new Error(code), { code });
  return new WebAPIRequestError(new TypeError('fetch failed', { cause: system }));
};

describe('what Slack’s codes mean', () => {
  it.each([
    ['limited', 'limited', 'limited'],
    ['later', 'later', 'later'],
    ['stopped', 'stopped', 'stopped'],
    ['refused', 'failed', 'held'],
    ['charts', 'failed', 'failed'],
    ['mistake', 'failed', 'failed'],
    ['missing', 'missing', 'missing'],
    ['unknown', 'unknown', 'unknown'],
  ] as const)('every code of the class "%s" is "%s" for a person and "%s" for a channel', (name, person, channel) => {
    for (const code of CODES[name]) {
      expect([code, meaning(code, DM), meaning(code, CHANNEL)]).toEqual([code, person, channel]);
      expect(outcomeOf(refusal(code), DM)).toMatchObject({ code });
    }
  });

  it('no code has two meanings', () => {
    const all = Object.values(CODES).flat();
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(70);
  });

  it('blocks that are refused are tried without charts, where there are charts', () => {
    for (const code of CODES.charts) expect(meaning(code, { to: 'person', charts: true })).toBe('plain-only');
  });

  it('a code nobody has heard of may have been posted', () => {
    const known = new Set<string>(Object.values(CODES).flat());
    fc.assert(
      fc.property(fc.string(), (code) => {
        fc.pre(!known.has(code));
        expect(outcomeOf(refusal(code), DM)).toEqual({ is: 'unknown', code });
      }),
    );
  });
});

describe('what other failures mean', () => {
  it.each([
    [17, 17],
    [1, 1],
    [0, 30],
    [-1, 30],
    [Number.NaN, 30],
  ])('a limit of %d seconds is one of %d', (said, waited) => {
    const limit = outcomeOf(new WebAPIRateLimitedError(said), DM);
    expect(limit).toEqual({ is: 'limited', retryAfter: waited, code: 'ratelimited' });
  });

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])(
    'nothing can have been posted over a connection that never came about (%s)',
    (code) => expect(outcomeOf(cut(code), DM)).toEqual({ is: 'later', code }),
  );

  it.each([
    ['a connection that was cut', cut('ECONNRESET'), 'ECONNRESET'],
    ['a server’s failure', new WebAPIHTTPError(502, 'Bad Gateway', {}), 'slack_webapi_http_error'],
    ['a refusal by something in between', new WebAPIHTTPError(403, 'Forbidden', {}), 'slack_webapi_http_error'],
    ['a timeout', new WebAPIRequestError(new Error('timeout')), 'slack_webapi_request_error'],
    ['half an answer', new TypeError('terminated'), 'unexpected_error'],
    ['a refusal without a code', new WebAPIPlatformError({ ok: false } as never), 'no_code'],
  ])('%s may have been posted', (_what, error, code) => {
    expect(outcomeOf(error, DM)).toEqual({ is: 'unknown', code });
  });

  it('an error that is its own cause may have been posted, and is understood at all', () => {
    const error = Object.assign(new Error('round and round'), { code: 'EROUND' });
    error.cause = error;
    expect(outcomeOf(error, DM)).toEqual({ is: 'unknown', code: 'EROUND' });
  });

  it('a number is no code', () => {
    const aborted = new WebAPIRequestError(new DOMException('aborted', 'AbortError'));
    expect(outcomeOf(aborted, DM)).toEqual({ is: 'unknown', code: 'slack_webapi_request_error' });
  });

  it('whatever is thrown, it means something', () => {
    fc.assert(fc.property(fc.anything(), (thrown) => outcomeOf(thrown, DM).is === 'unknown'));
  });
});
