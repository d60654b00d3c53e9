import { describe, expect, it, vi } from 'vitest';
import { plus } from '../../src/time.ts';
import type { Visitor } from '../emulator/core/index.ts';
import { fillsIn, logs } from '../support/form.ts';
import type { House } from '../support/house.ts';
import { manifest } from '../support/house.ts';
import { heard } from '../support/moves.ts';
import { aMinuteLater, aStreet } from '../support/street.ts';
import { lastSent } from '../support/tamper.ts';

const street = aStreet();
const FRIDAY = '2026-11-20T09:00:00Z';
const COMPLETE = 'files.completeUploadExternal';

/** Ben and Sanne have logged something; Ben's begins as a formula does. */
async function aHouseWithLogs() {
  const house = await street.house({ at: FRIDAY });
  const [ben, sanne] = [house.as('UBEN'), house.as('USANNE')];
  await logs(sanne, { learned: 'Sannes eigen woorden' });
  await logs(ben, {
    lang: 'en',
    customer: 'Harbour Cafe',
    learned: '=1+1 crates, "roughly", a day\nand more',
    readers: 'me',
  });
  await ben.types('/customer log They want a fixed driver');
  await fillsIn(ben, { lang: 'en', customer: 'Harbour Cafe', how: 'Visit', on: '2026-11-12' });
  await ben.clicks('Add more');
  await ben.fills({
    'Roughly how long?': '45',
    'Who got in touch?': 'They did',
    'What was behind the question?': 'Trust',
  });
  await ben.submits();
  await aMinuteLater(house);
  return { house, ben, sanne };
}

async function asks(person: Visitor, label = 'Export as files') {
  await person.opensHome();
  return person.clicks(label, { in: 'home' });
}

const withFiles = (house: House, userId: string) => heard(house, userId).filter(({ files }) => files.length > 0);

/** What the files say, by name, as Slack keeps them: Mantra itself may send files, not read them. */
function contents(house: House, userId: string): Record<string, string> {
  const kept = house.slack.dump().files;
  const files = withFiles(house, userId).flatMap((message) => message.files);
  return Object.fromEntries(
    files.map(({ id, name }) => [name, Buffer.from(kept[id]?.content ?? '', 'base64').toString()]),
  );
}

describe('taking my conversations along', () => {
  it('brings one message with two files, with all of one’s own and nobody else’s', async () => {
    const { house, ben } = await aHouseWithLogs();
    await asks(ben);
    expect(ben.modal?.readable).toContain('They’ll stand in our conversation in a moment.');
    await house.settled();
    expect(withFiles(house, 'UBEN').map(({ readable }) => readable)).toEqual([
      expect.stringContaining('Your 2 conversations, as a spreadsheet and as JSON. Only you can see this.'),
    ]);
    const files = contents(house, 'UBEN');
    expect(files['mantra-conversations-2026-11-20.csv']).toBe(
      [
        '\uFEFF"date","customer","how","what I learned","who may read it","counts for the month",' +
          '"what was behind the question","what we said","who got in touch","what it was about","minutes","topic"',
        '"2026-11-20","Harbour Cafe","Call","\'=1+1 crates, ""roughly"", a day\nand more","only me","yes","","","We did","","",""',
        '"2026-11-12","Harbour Cafe","Visit","They want a fixed driver","colleagues, unnamed","yes","Trust","","They did","","45",""',
        '',
      ].join('\r\n'),
    );
    expect(JSON.parse(files['mantra-conversations-2026-11-20.json'] ?? '')).toMatchObject([
      { heldOn: '2026-11-20', learned: '=1+1 crates, "roughly", a day\nand more', readers: 'me', kind: 'call' },
      { heldOn: '2026-11-12', customer: 'Harbour Cafe', need: 'Trust', minutes: 45, initiative: 'they' },
    ]);
    expect(JSON.stringify(files)).not.toContain('Sanne');
    expect(house.slack.refusals).toEqual([]);
  });

  it('in Dutch, from the list too', async () => {
    const { house, sanne } = await aHouseWithLogs();
    await sanne.types('/klant ik');
    await sanne.clicks('Meenemen als bestand');
    await house.settled();
    expect(Object.keys(contents(house, 'USANNE'))).toEqual([
      'mantra-gesprekken-2026-11-20.csv',
      'mantra-gesprekken-2026-11-20.json',
    ]);
    const csv = contents(house, 'USANNE')['mantra-gesprekken-2026-11-20.csv'];
    expect(csv).toMatch(/^\uFEFF"datum";"klant";"hoe";/); // a Dutch Excel splits at semicolons
    expect(csv).toContain(';"Sannes eigen woorden";');
    expect(house.slack.refusals).toEqual([]);
  });

  it('of a click that Slack sends twice, goes out once', async () => {
    const { house, ben } = await aHouseWithLogs();
    await asks(ben);
    await house.slack.redeliver(lastSent(house.slack, 'block_actions'));
    await house.settled();
    expect(withFiles(house, 'UBEN')).toHaveLength(1);
  });

  it('waits as long as Slack asks', async () => {
    const { house, ben } = await aHouseWithLogs();
    house.slack.faults.add({ method: 'files.getUploadURLExternal', status: 429, retryAfter: 20, times: 1 });
    const asked = asks(ben);
    await vi.waitFor(() => expect(house.slack.faults.active()).toEqual([]), 5_000);
    expect(withFiles(house, 'UBEN')).toEqual([]);
    house.clock.jump(plus(house.clock.now(), { seconds: 20 }));
    await asked;
    await house.settled();
    expect(withFiles(house, 'UBEN')).toHaveLength(1);
  });
});

describe('files that don’t get through', () => {
  it.each([
    ['no place for them', { method: 'files.getUploadURLExternal', error: 'internal_error', times: 1 }],
    ['the bytes refused', { method: 'upload_url', status: 500, times: 1 }],
    ['the sharing refused', { method: COMPLETE, error: 'restricted_action', times: 1 }],
    ['no conversation', { method: 'conversations.open', status: 503, times: 1 }],
  ])('%s: that is said, and the button is there once more', async (_what, fault) => {
    const { house, ben } = await aHouseWithLogs();
    house.slack.faults.add(fault);
    await asks(ben);
    await aMinuteLater(house);
    expect(withFiles(house, 'UBEN')).toEqual([]);
    expect(heard(house, 'UBEN').at(-1)?.readable).toContain('Your files didn’t get through to Slack. Nothing is lost');
    await ben.closes();
    await ben.clicks('Export as files');
    await aMinuteLater(house);
    expect(withFiles(house, 'UBEN')).toHaveLength(1);
  });

  it('an answer that is lost: they went out once, and nobody claims to know', async () => {
    const { house, ben } = await aHouseWithLogs();
    house.slack.faults.add({ method: COMPLETE, loseAnswer: true, times: 1 });
    await asks(ben);
    await aMinuteLater(house);
    expect(withFiles(house, 'UBEN')).toHaveLength(1);
    expect(heard(house, 'UBEN').at(-1)?.readable).toContain('Slack didn’t tell me whether your files arrived.');
  });

  it('an installation from before Mantra could send files says who can change that', async () => {
    const { house, ben } = await aHouseWithLogs();
    expect(manifest.oauth_config?.scopes?.bot).toContain('files:write');
    house.slack.faults.add({ method: 'files.getUploadURLExternal', error: 'missing_scope', times: 1 });
    await asks(ben);
    await aMinuteLater(house);
    expect(heard(house, 'UBEN').at(-1)?.readable).toContain('An admin can change that');
  });

  it('with nothing to take along there is no button, and one from before says so', async () => {
    const { house, ben } = await aHouseWithLogs();
    await ben.opensHome();
    await street.look(house, (tx) => tx.conversation.deleteMany());
    await ben.clicks('Export as files', { in: 'home' });
    expect(ben.modal?.readable).toContain('What you log stands here, for your eyes only.');
    expect(ben.home?.readable).not.toContain('Export as files');
    await aMinuteLater(house);
    expect(withFiles(house, 'UBEN')).toEqual([]);
  });
});
