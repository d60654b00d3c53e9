import { WebClient } from '@slack/web-api';
import { expect, it } from 'vitest';
import { createRoster } from '../../src/features/people/index.ts';
import { localDay, localTime } from '../../src/time.ts';
import { scene } from '../delivery/scene.ts';
import type { House } from '../support/house.ts';
import { heard, postedAt, startsNudges } from '../support/moves.ts';
import { aStreet } from '../support/street.ts';
import { KAVYA, NOOR, SANNE } from '../support/village.ts';

const AMSTERDAM = 'Europe/Amsterdam';

const street = aStreet();
const nudgedAt = (house: House, userId: string) => heard(house, userId).map((message) => postedAt(message, AMSTERDAM));

it('whoever Slack gives no zone, or one that nobody knows, lives in the house’s, and is counted', async () => {
  const house = await scene(street.database);
  /** The emulator's people all live somewhere that Node knows. */
  const elsewhere: typeof fetch = async (url, request) => {
    const answer = await (await fetch(url, request)).text();
    return new Response(answer.replace('"tz":"America/New_York",', '').replace('"Asia/Kolkata"', '"Moon/Tranquility"'));
  };
  house.slack.people.join({ id: 'U0KAVYA', name: 'kavya', real_name: 'Kavya Rao', tz: 'Asia/Kolkata' });
  await house.db.run((tx) => tx.person.deleteMany({}));
  const bulk = new WebClient(house.slack.botToken, { slackApiUrl: house.slack.apiUrl, fetch: elsewhere });
  expect(await createRoster(bulk).read(house.deps)).toEqual({ withoutZone: 2 });
  const zones = await house.db.run((tx) => tx.person.findMany({ where: { member: true } }));
  expect(zones.map(({ userId, zone }) => `${userId} ${zone}`).sort()).toEqual([
    `U0ANNA ${AMSTERDAM}`,
    `U0BEN ${AMSTERDAM}`,
    `U0KAVYA ${AMSTERDAM}`,
  ]);
  await house.close();
});

it('a zone that a newer Node wrote and this one doesn’t know keeps nobody from their nudge', async () => {
  const house = await street.house({ at: '2026-11-30T09:00:00Z', people: [NOOR, SANNE, KAVYA] });
  await startsNudges(house.as('UNOOR'));
  await house.db.run((tx) => tx.person.updateMany({ where: { userId: 'USANNE' }, data: { zone: 'Moon/Tranquility' } }));
  await house.turnTo('2026-12-01T10:00:00Z', 60);
  expect(nudgedAt(house, 'UNOOR')).toEqual(['2026-12-01 10:00']);
  expect(house.as('UKAVYA').messages().length).toBeGreaterThan(0);
  const [row] = await house.db.run((tx) => tx.outbox.findMany({ where: { recipient: 'USANNE' } }));
  expect(row && [localDay(row.dueAt, AMSTERDAM), localTime(row.dueAt, AMSTERDAM)]).toEqual(['2026-12-01', '10:00']);
});
