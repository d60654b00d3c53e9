import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.ts';
import { socketReceiver } from '../../src/slack/receivers.ts';
import type { Slack } from '../emulator/core/index.ts';
import { noLog } from '../support/no-log.ts';
import { SANNE, smallApp, smallSlack } from './small-slack.ts';

let slack: Slack;
let fatal: string[];
let receiver: ReturnType<typeof socketReceiver>;
beforeEach(async () => {
  slack = await smallSlack();
  fatal = [];
  receiver = socketReceiver({
    appToken: slack.appToken,
    slackApiUrl: slack.apiUrl,
    log: noLog,
    clock: systemClock,
    onFatal: (sentence) => fatal.push(sentence),
    apart: 20,
  });
});
afterEach(async () => {
  await receiver.stop();
  await slack.close();
});

/** Waits until it is so, at most five seconds. */
async function until(isSo: () => boolean) {
  for (let tries = 0; tries < 500 && !isSo(); tries += 1) await sleep(10);
  expect(isSo()).toBe(true);
}

const type = (text: string) => slack.as(SANNE).types(`/customer ${text}`);

describe('two sockets', () => {
  it('lose no command when Slack refreshes both at the same moment, again and again, under load', async () => {
    const { app, served } = smallApp(receiver, slack, () => sleep(20));
    await app.start();
    await until(() => receiver.connected() === 2);
    const commands: Promise<{ acked: boolean }>[] = [];
    for (let n = 0; n < 300; n += 1) {
      commands.push(type(String(n)));
      if (n % 100 === 50) slack.refreshSockets();
      await sleep(12);
    }
    const outcomes = await Promise.all(commands);
    expect(outcomes.filter(({ acked }) => !acked)).toEqual([]);
    expect(new Set(served).size).toBe(300);
    expect(served).toHaveLength(300);
  });

  it('come back when the network cuts them, and keep serving', async () => {
    const { app } = smallApp(receiver, slack);
    await app.start();
    await until(() => slack.connections() === 2);
    slack.dropSockets();
    await until(() => slack.connections() === 2);
    expect((await type('still there')).acked).toBe(true);
    expect(receiver.reachable()).toBe(true);
  });

  it('keep trying while Slack is out of order', async () => {
    slack.faults.add({ method: 'apps.connections.open', status: 500, times: 1 });
    const { app } = smallApp(receiver, slack);
    await app.start();
    expect(receiver.reachable()).toBe(false);
    await until(() => receiver.connected() === 2);
    expect(fatal).toEqual([]);
  });
});

describe('a token that Slack refuses', () => {
  it('at the start is one sentence that says where to get another, and nothing else goes wrong', async () => {
    slack.faults.add({ method: 'apps.connections.open', error: 'invalid_auth' });
    await smallApp(receiver, slack).app.start();
    await until(() => fatal.length > 0);
    expect(fatal).toEqual([expect.stringMatching(/^Slack refuses the app token \(invalid_auth\).*SLACK_APP_TOKEN\.$/)]);
    expect(receiver.reachable()).toBe(false);
  });

  it('after a refresh is the same one sentence, not two', async () => {
    await smallApp(receiver, slack).app.start();
    await until(() => receiver.connected() === 2);
    slack.faults.add({ method: 'apps.connections.open', error: 'account_inactive' });
    slack.refreshSockets();
    await until(() => fatal.length > 0 && receiver.connected() === 0);
    await sleep(50);
    expect(fatal).toHaveLength(1);
  });
});

describe('stopping', () => {
  it('lets a command that is being worked on be answered, takes no more, and then closes', async () => {
    let finish = () => {};
    const { app, served } = smallApp(receiver, slack, () => new Promise((resolve) => (finish = resolve)));
    await app.start();
    const command = type('last one');
    await until(() => receiver.inFlight() === 1);
    receiver.stopIntake();
    expect(await receiver.drained(100)).toBe(false);
    finish();
    expect(await receiver.drained(2_000)).toBe(true);
    expect((await command).acked).toBe(true);
    expect({ served, connected: receiver.connected(), inFlight: receiver.inFlight() }).toEqual({
      served: ['last one'],
      connected: 0,
      inFlight: 0,
    });
  });

  it('is at once where nothing is in flight', async () => {
    await smallApp(receiver, slack).app.start();
    receiver.stopIntake();
    expect(await receiver.drained(1_000)).toBe(true);
    expect(slack.connections()).toBe(0);
  });
});
