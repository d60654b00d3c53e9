import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type JsonObject, type Slack, startEmulator } from './core/index.ts';
import { aGarden, type Garden, manifest, seed, start } from './garden.ts';

let garden: Garden;
let slack: Slack;
const open: WebSocket[] = [];

beforeEach(async () => {
  garden = await aGarden();
  slack = garden.slack;
});

afterEach(async () => {
  for (const socket of open.splice(0)) socket.terminate();
  await garden.close();
});

const addressOf = async (of: Slack = slack, more = '') => {
  const answer = await fetch(`${of.apiUrl}apps.connections.open`, {
    method: 'POST',
    headers: { authorization: `Bearer ${of.appToken}` },
  });
  return `${((await answer.json()) as { url: string }).url}${more}`;
};

type Link = { socket: WebSocket; heard: JsonObject[]; until(type: string): Promise<JsonObject> };

/** A connection that says nothing by itself; `heard` is all that came over it. */
function link(address: string): Link {
  const socket = new WebSocket(address);
  const heard: JsonObject[] = [];
  open.push(socket);
  socket.on('error', () => {});
  socket.on('message', (data) => heard.push(JSON.parse(String(data)) as JsonObject));
  return {
    socket,
    heard,
    async until(type) {
      for (;;) {
        const found = heard.find((each) => each.type === type);
        if (found) return found;
        await sleep(2);
      }
    },
  };
}

async function linked(of: Slack = slack, more = ''): Promise<Link> {
  const made = link(await addressOf(of, more));
  await made.until('hello');
  return made;
}

const closed = ({ socket }: Link) => new Promise<void>((resolve) => socket.once('close', () => resolve()));
const acknowledge = ({ socket }: Link, envelope: JsonObject) =>
  socket.send(JSON.stringify({ envelope_id: envelope.envelope_id, payload: {} }));

describe('A connection', () => {
  it('is greeted with how many there are and how long it lasts', async () => {
    const first = await linked();
    const second = await linked(slack, '&debug_reconnects=true');
    expect([first.heard[0], second.heard[0]]).toMatchObject([
      {
        num_connections: 1,
        connection_info: { app_id: slack.appId },
        debug_info: { approximate_connection_time: 3600 },
      },
      { num_connections: 2, debug_info: { approximate_connection_time: 360 } },
    ]);
  });

  it('needs an address that nobody has used', async () => {
    const address = await addressOf();
    await link(address).until('hello');
    await closed(link(address));
    expect(slack.connections()).toBe(1);
  });

  it('is turned away when there are ten', async () => {
    for (let each = 0; each < 10; each += 1) await linked();
    const eleventh = link(await addressOf());
    const gone = closed(eleventh);
    expect(await eleventh.until('disconnect')).toMatchObject({ reason: 'too_many_websockets' });
    await gone;
    expect(slack.connections()).toBe(10);
  });

  it('may say what it likes', async () => {
    const only = await linked();
    for (const nonsense of ['hello?', 'null', '7', '{"envelope_id":"none of yours"}']) only.socket.send(nonsense);
    const command = slack.as('U0ANNA').types('/whisper x');
    acknowledge(only, await only.until('slash_commands'));
    expect((await command).acked).toBe(true);
  });

  it('may acknowledge what came over another', async () => {
    const both = [await linked(), await linked()];
    const command = slack.as('U0ANNA').types('/whisper x');
    const came = await Promise.race(both.map((each) => each.until('slash_commands').then(() => each)));
    const other = both.find((each) => each !== came) ?? came;
    acknowledge(other, await came.until('slash_commands'));
    expect((await command).acked).toBe(true);
  });
});

describe('The end of a connection', () => {
  it('is announced ten seconds before, and then it comes', async () => {
    const short = await startEmulator({ manifest, seed, clock: { now: () => start }, socketsLastMs: 60 });
    const only = await linked(short);
    while (only.heard.length < 3) await sleep(2);
    expect(only.heard.map(({ reason }) => reason)).toEqual([undefined, 'warning', 'refresh_requested']);
    expect(short.connections()).toBe(0);
    await short.close();
  });

  it('sends payloads to the others from the warning on, while there are others', async () => {
    const [first, second] = [await linked(), await linked()];
    slack.refreshSockets({ reason: 'warning', oldest: 1 });
    await first.until('disconnect');
    const events = ({ heard }: Link) => heard.filter(({ type }) => type === 'events_api').length;
    const said = ['one', 'two', 'three'].map((text) => slack.as('U0BEN').types(text));
    while (events(first) + events(second) < 3) await sleep(2);
    expect([events(first), events(second)]).toEqual([0, 3]);
    second.socket.terminate();
    while (slack.connections() > 1) await sleep(2);
    said.push(slack.as('U0BEN').types('four'));
    expect((await first.until('events_api')).payload).toMatchObject({ event: { text: 'four' } });
    for (const { heard } of [first, second]) for (const each of heard) acknowledge(first, each);
    await Promise.all(said);
  });

  it('leaves nowhere to go when all were told', async () => {
    await garden.overSockets();
    await garden.overSockets();
    slack.refreshSockets();
    expect(slack.connections()).toBe(0);
    expect((await slack.as('U0ANNA').types('/whisper x')).notice).toBe(
      '/whisper failed with the error “dispatch_failed”',
    );
  });

  it('comes at once when Socket Mode is turned off', async () => {
    const only = await linked();
    const gone = closed(only);
    slack.refreshSockets({ reason: 'link_disabled' });
    expect(await only.until('disconnect')).toMatchObject({ reason: 'link_disabled' });
    await gone;
  });

  it('comes before it began where the manifest has Socket Mode off', async () => {
    const without = { display_information: manifest.display_information, settings: { socket_mode_enabled: false } };
    const off = await startEmulator({ manifest: without, seed, clock: { now: () => start } });
    const only = link(await addressOf(off));
    const gone = closed(only);
    expect(await only.until('disconnect')).toMatchObject({ reason: 'link_disabled' });
    await gone;
    expect(only.heard.length).toBe(1);
    await off.close();
  });

  it('comes without a word', async () => {
    const only = await linked();
    const gone = closed(only);
    slack.dropSockets();
    await gone;
    expect([slack.connections(), only.heard.map(({ type }) => type)]).toEqual([0, ['hello']]);
  });

  it('isn’t seen by anybody when it is half open', async () => {
    await garden.overSockets();
    slack.halfOpenSockets();
    expect(slack.connections()).toBe(1);
    const outcome = await slack.as('U0ANNA').types('/whisper x');
    expect(outcome).toMatchObject({ acked: false, notice: '/whisper failed with the error “operation_timeout”' });
    expect(slack.connections()).toBe(1);
  });
});

describe('Many payloads over several connections', () => {
  /** An app that takes leave properly: it connects anew, answers what it has, and goes. */
  async function polite(taken: string[]): Promise<void> {
    const own = link(await addressOf());
    let pending = 0;
    let leaving = false;
    const mayGo = () => leaving && pending === 0 && own.socket.close();
    async function hear(said: JsonObject) {
      if (said.type === 'disconnect') {
        await polite(taken);
        leaving = true;
        return mayGo();
      }
      if (!said.envelope_id) return;
      taken.push(String(said.envelope_id));
      pending += 1;
      await sleep(3);
      acknowledge(own, said);
      pending -= 1;
      mayGo();
    }
    own.socket.on('message', (data) => void hear(JSON.parse(String(data)) as JsonObject));
    await own.until('hello');
  }

  it('reach it once each while every connection is being refreshed', async () => {
    const taken: string[] = [];
    slack.waitFor(() => false);
    for (let each = 0; each < 3; each += 1) await polite(taken);
    const outcomes: boolean[] = [];
    for (let round = 0; round < 30; round += 1) {
      if (round % 10 === 5) slack.refreshSockets();
      const said = await Promise.all(Array.from({ length: 10 }, () => slack.as('U0ANNA').types('/whisper x')));
      outcomes.push(...said.map(({ acked }) => acked));
    }
    expect([outcomes.length, outcomes.filter((acked) => !acked).length]).toEqual([300, 0]);
    expect([taken.length, new Set(taken).size]).toEqual([300, 300]);
  });

  it('come again as events when a connection is cut before it answered, and as commands don’t', async () => {
    const deaf = await linked();
    const event = slack.as('U0BEN').types('hello');
    const command = slack.as('U0BEN').types('/whisper x');
    const first = await deaf.until('events_api');
    await deaf.until('slash_commands');
    slack.dropSockets();
    const next = await linked();
    const again = await next.until('events_api');
    acknowledge(next, again);
    const [, said] = await Promise.all([event, command]);
    expect(said.notice).toBe('/whisper failed with the error “operation_timeout”');
    expect([first, again]).toMatchObject([
      { retry_attempt: 0, retry_reason: '' },
      { retry_attempt: 1, retry_reason: 'timeout', payload: first.payload },
    ]);
    expect(slack.envelopes.map(({ type, retry, outcome }) => [type, retry, outcome])).toEqual([
      ['events_api', 0, 'too late'],
      ['slash_commands', 0, 'too late'],
      ['events_api', 1, 'acked'],
    ]);
  });
});
