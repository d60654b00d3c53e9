import { describe, expect, it } from 'vitest';
import { chromiumFor } from '../support/chromium.ts';
import { aSeat } from './tea-seat.ts';
import { seed } from './tea-trolley.ts';

const executablePath = chromiumFor('the sidebar in a browser');

/** A guest, somebody of a customer’s, and the channels that they and Mia know. */
const around = {
  people: [
    ...seed.people,
    { id: 'U0GUS', name: 'gus', real_name: 'Gus Guest', is_restricted: true },
    { id: 'U0KIM', name: 'kim', real_name: 'Kim Baker', team_id: 'T0BAKERY' },
  ],
  channels: [
    ...seed.channels,
    { id: 'C0CELLAR', name: 'cellar', members: ['U0TOM'], topic: 'What lies below' },
    { id: 'C0SAFE', name: 'safe', kind: 'private' as const, members: ['U0MIA', 'U0GUS'] },
    { id: 'C0BREAD', name: 'bread', members: ['U0MIA', 'U0TOM', 'U0KIM'], shared_with: ['T0BAKERY'] },
  ],
  organisations: [{ id: 'T0BAKERY', name: 'Zuid Bakery', domain: 'zuid-bakery' }],
};

describe.skipIf(!executablePath)('everywhere one can look', () => {
  const at = aSeat(executablePath, { seed: around });
  const sidebar = () => at.page.getByRole('navigation', { name: 'Conversations' });
  const becomes = async (name: string, option: string | RegExp) => {
    await at.page.getByRole('combobox', { name: 'Act as' }).fill(name);
    await at.page.getByRole('option', { name: option }).click();
    await expect.poll(() => at.page.title()).toContain(name);
  };

  it('one’s own conversations stand there, with what sets them apart in words', async () => {
    await sidebar().getByRole('button', { name: 'New message' }).waitFor();
    const names = await sidebar().getByRole('listitem').allInnerTexts();
    const inWords = names.map((name) => name.replace(/^\W+/, '').replace(/\s+/g, ' ').trim());
    expect(inWords).toEqual([
      'Tea Trolley',
      'Threads',
      'attic archived',
      'bread shared with another organisation',
      'safe private',
      'shelf',
      'Browse channels',
      'New message',
    ]);
  });

  it('a channel one isn’t in is found, looked into, and joined', async () => {
    await at.goesTo('Browse channels');
    const dialog = at.page.getByRole('dialog', { name: 'Browse channels' });
    await dialog.getByRole('searchbox').fill('below');
    await dialog.getByRole('button', { name: '#cellar 1 member What lies below' }).click();
    await at.page.getByText('You are looking into #cellar.').waitFor();
    await at.page.getByRole('button', { name: 'Join channel' }).click();
    await at.page.getByRole('textbox', { name: 'Message #cellar' }).waitFor();
    expect(at.slack.channels.all().find(({ id }) => id === 'C0CELLAR')?.members).toContain('U0MIA');
  });

  it('among many conversations one is found by a part of its name', async () => {
    for (let n = 0; n < 30; n += 1) at.slack.channels.create({ id: `C0ROW${n}`, name: `row-${n}`, members: ['U0MIA'] });
    await sidebar().getByRole('searchbox', { name: 'Find a conversation' }).fill('row-17');
    await sidebar().getByRole('button', { name: 'shelf' }).waitFor({ state: 'detached' });
    await sidebar().getByRole('button', { name: 'row-17' }).waitFor();
  });

  it('somebody is written to, who sees it with a number', async () => {
    await at.goesTo('New message');
    await at.page.getByRole('combobox', { name: 'To whom' }).fill('tom');
    await at.page.getByRole('option', { name: /Tom Hill/ }).click();
    await at.page.getByRole('button', { name: 'Write' }).click();
    await at.writes('Tea?', 'Message Tom Hill');
    await at.sees('Tea?');
    await becomes('Tom Hill', /Tom Hill/);
    await at.goesTo('Mia Visser 1 unread');
    await at.sees('Tea?');
  });

  it('a channel with something new is bold; a number tells that it names me', async () => {
    const badge = sidebar().getByRole('button', { name: 'shelf' }).locator('.badge');
    await at.slack.as('U0TOM').types('Quiet please', { in: 'C0SHELF' });
    await sidebar().getByRole('button', { name: 'shelf 1 unread' }).waitFor();
    expect(await badge.count()).toBe(0);
    await at.slack.as('U0TOM').types('@mia, and you too', { in: 'C0SHELF' });
    await sidebar().getByRole('button', { name: 'shelf 2 unread' }).waitFor();
    expect(await badge.textContent()).toBe('1');
  });

  it('a guest and a customer’s person sit down too, and what they write says where they are from', async () => {
    await becomes('Gus Guest', /Gus Guest/);
    expect(await sidebar().getByRole('button', { name: 'shelf' }).count()).toBe(0);
    await becomes('Kim Baker', /Kim Baker Zuid Bakery/);
    expect(await sidebar().getByRole('button', { name: 'Tea Trolley' }).count()).toBe(0);
    await at.goesTo(/bread/);
    await at.writes('Two hundred rolls', 'Message #bread');
    await becomes('Mia Visser', /Mia Visser/);
    await at.goesTo(/bread/);
    const message = at.page.getByRole('article', { name: /Kim Baker/ });
    await message.getByText('Zuid Bakery').waitFor();
  });

  it('what only one person saw is gone when the page is loaded anew', async () => {
    await at.writes('/tea 2');
    await at.sees('Only visible to you');
    await at.page.reload();
    await at.page.getByRole('textbox', { name: 'Message Tea Trolley' }).waitFor();
    expect(await at.page.getByText('Only visible to you').count()).toBe(0);
  });
});
