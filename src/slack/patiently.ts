import { WebAPIRateLimitedError } from '@slack/web-api';
import type { Clock } from '../clock.ts';
import { plus } from '../time.ts';

/** Makes a call again only after Slack's Retry-After: pushing on would only draw more refusals. */
export async function patiently<T>(clock: Clock, call: () => Promise<T>): Promise<T> {
  for (;;) {
    const answer = await call().catch((error: unknown) => {
      if (error instanceof WebAPIRateLimitedError) return error;
      throw error;
    });
    if (!(answer instanceof WebAPIRateLimitedError)) return answer;
    await clock.sleep(plus(clock.now(), { seconds: answer.retryAfter }));
  }
}
