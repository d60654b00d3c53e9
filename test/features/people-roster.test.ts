import { WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRoster, type Roster } from '../../src/features/people/index.ts';
import { interactiveOptions } from '../../src/slack/clients.ts';
import { plus } from '../../src/time.ts';
import { type Scene, scene } from '../delivery/scene.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let house: Scene;
let roster: Roster;
/** The place at which each page was asked for; '' is the beginning. */
let asked: string[];
/** What Slack refuses the next pages with; '' is none. */
let refusals: string[];

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  house = await scene(database, { colleagues: 450 });
  [asked, refusals] = [[], []];
  const { apiUrl, botToken } = house.slack;
  roster = createRoster(new WebClient(botToken, { ...interactiveOptions(apiUrl), fetch: refusing }));
});
afterEach(() => house.close());
afterAll(() => database.close());

const refusing: typeof fetch = async (url, request) => {
  asked.push(new URLSearchParams(String(request?.body)).get('cursor') ?? '');
  const error = refusals.shift();
  return error ? new Response(JSON.stringify({ ok: false, error })) : fetch(url, request);
};

/** Reads, and waits a while where a page fails. */
async function readingFails(minutes: number) {
  await expect(roster.read(house.deps)).rejects.toThrow();
  house.clock.jump(plus(house.clock.now(), { minutes }));
}

const members = () => house.db.run((tx) => tx.person.count({ where: { member: true } }));

describe('a large roster of which a page fails', () => {
  it('is read on from there, and who was on the pages before has not gone', async () => {
    await house.db.run((tx) => tx.person.updateMany({ where: { userId: 'U0BEN' }, data: { userId: 'U0VANISHED' } }));
    refusals = ['', 'internal_error', 'fatal_error'];
    house.clock.jump(plus(house.clock.now(), { minutes: 1 }));
    await readingFails(1);
    expect(await members()).toBe(453);
    await readingFails(1);
    expect(await roster.read(house.deps)).toEqual({ withoutZone: 0 });
    const [first, second, ...rest] = asked;
    expect([first, new Set(asked).size, asked.length]).toEqual(['', 3, 5]);
    expect(rest.slice(0, 2)).toEqual([second, second]);
    expect(await members()).toBe(452);
  });

  it('is read anew where Slack no longer knows the place', async () => {
    refusals = ['', 'internal_error', 'invalid_cursor'];
    await readingFails(1);
    await readingFails(1);
    await roster.read(house.deps);
    expect(asked[3]).toBe('');
    expect(asked).toHaveLength(6);
  });

  it('is read anew after an hour, and each night', async () => {
    refusals = ['', 'internal_error'];
    await readingFails(60);
    await roster.read(house.deps);
    await roster.read(house.deps);
    expect(asked.filter((place) => place === '')).toHaveLength(3);
    expect(asked).toHaveLength(8);
  });
});
