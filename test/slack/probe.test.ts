import { setTimeout as sleep } from 'node:timers/promises';
import { it } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { socketReceiver } from '../../src/slack/receivers.ts';
import { noLog } from '../support/no-log.ts';
import { SANNE, smallApp, smallSlack } from './small-slack.ts';

it('probe', async () => {
  const slack = await smallSlack();
  const t0 = performance.now();
  const say = (...a: unknown[]) => console.log(Math.round(performance.now() - t0), ...a);
  const receiver = socketReceiver({ appToken: slack.appToken, slackApiUrl: slack.apiUrl, clock: systemClock, onFatal: say, apart: 20,
    log: { ...noLog, info: (f, m) => say('info', m, f), warn: (f, m) => say('warn', m, f), error: (f, m) => say('error', m, f) } });
  const { app, served } = smallApp(receiver, slack, () => sleep(20));
  await app.start();
  await sleep(100);
  const commands: Promise<{ acked: boolean; ms: number }>[] = [];
  for (let n = 0; n < 300; n += 1) {
    const at = performance.now() - t0;
    commands.push(slack.as(SANNE).types(`/customer ${n}`).then((o) => { if (!o.acked) say('LOST', n, 'typed at', at, o.ms, 'served', served.includes(String(n))); return o; }));
    if (n % 100 === 50) { slack.refreshSockets(); say('refresh at', n); }
    await sleep(12);
  }
  await Promise.all(commands);
  say(served.length, new Set(served).size);
  await receiver.stop();
  await slack.close();
});
