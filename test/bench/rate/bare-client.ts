import { LogLevel, WebClient } from '@slack/web-api';
import { startEmulator } from '../../emulator/core/index.ts';
import { manifest } from '../../support/house.ts';
import { SANNE, villageOf } from '../../support/village.ts';

/** Messages a second that the limit allows, how many it takes at once, and how many are sent. */
const LIMIT = { perSecond: 50, burst: 50, messages: 500 };

/** What most write first: every message handed to Slack's own client at once, with its own queue and retries. In real time. */
export async function bareClient(): Promise<{ sent: number; refused: number; ofAllowed: number }> {
  const slack = await startEmulator({ manifest, clock: { now: () => new Date() }, seed: villageOf([SANNE], 'T0RATE') });
  const rate = { perMinute: LIMIT.perSecond * 60, burst: LIMIT.burst };
  slack.faults.limit({ methods: {}, postsPerChannel: rate, postsPerWorkspace: rate });
  const client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, logLevel: LogLevel.ERROR });
  const began = performance.now();
  const posts = Array.from({ length: LIMIT.messages }, (_, n) =>
    client.chat.postMessage({ channel: SANNE.id, text: `message ${n}` }),
  );
  await Promise.all(posts);
  const seconds = (performance.now() - began) / 1000;
  const refused = slack.calls.filter(({ status }) => status === 429).length;
  await slack.close();
  const allowed = LIMIT.burst + LIMIT.perSecond * seconds;
  return { sent: LIMIT.messages, refused, ofAllowed: Math.round((LIMIT.messages / allowed) * 100) / 100 };
}
