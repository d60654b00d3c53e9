import { describe, expect, it } from 'vitest';
import { chromiumFor } from '../support/chromium.ts';
import { aSeat } from './tea-seat.ts';

const executablePath = chromiumFor('threads in a browser');
const SHELF = 'C0SHELF';

describe.skipIf(!executablePath)('what hangs under a message', () => {
  const at = aSeat(executablePath);
  const mia = () => at.slack.as('U0MIA');
  const tom = () => at.slack.as('U0TOM');
  const thread = () => at.page.getByRole('complementary', { name: 'Thread' });
  const list = () => at.page.getByRole('log', { name: 'Messages in #shelf' });
  /** Tom says something in #shelf, where Mia looks. */
  const tomSays = async (text: string) => {
    await tom().types(text, { in: SHELF });
    await at.goesTo('shelf');
    await list().getByText(text).waitFor();
    return tom().messages(SHELF).at(-1)?.ts ?? '';
  };

  it('a thread opens beside its conversation, and an answer stands there alone', async () => {
    const ts = await tomSays('Who has the atlas?');
    await list().getByText('Who has the atlas?').hover();
    await list().getByRole('button', { name: 'Reply in thread' }).click();
    await expect.poll(() => thread().locator(':focus').getAttribute('aria-label')).toBe('Reply …');
    await at.writes('I have', 'Reply …');
    await thread()
      .getByRole('article', { name: /Mia Visser/ })
      .getByText('I have')
      .waitFor();
    await list()
      .getByRole('button', { name: /1 reply/ })
      .waitFor();
    expect(await list().getByText('I have').count()).toBe(0);
    expect(new URL(at.page.url()).searchParams.get('thread')).toBe(ts);

    await thread().getByRole('textbox').pressSequentially('@to');
    await thread().getByRole('textbox').press('Escape');
    await thread().getByRole('textbox').press('Escape');
    await thread().waitFor({ state: 'detached' });
    await expect.poll(() => list().locator(':focus').getAttribute('aria-label')).toBe('Reply in thread');
    await list()
      .getByRole('button', { name: /1 reply/ })
      .click();
    await thread().getByText('I have').waitFor();
  });

  it('an answer that is sent to the channel too says where it comes from', async () => {
    const ts = await tomSays('Who has the atlas?');
    await at.opens(`as=U0MIA&in=${SHELF}&thread=${ts}`);
    await thread().getByRole('checkbox', { name: 'Also send to #shelf' }).check();
    await at.writes('Found it', 'Reply …');
    await list().getByText('Found it').waitFor();
    await thread().getByRole('button', { name: 'Close the thread' }).click();
    await list().getByRole('button', { name: 'answered in a thread' }).click();
    await thread().getByText('Who has the atlas?').waitFor();
  });

  it('a slash command is refused in a thread, in Slack’s words', async () => {
    const ts = await tomSays('Tea?');
    await at.opens(`as=U0MIA&in=${SHELF}&thread=${ts}`);
    await at.writes('/tea 2', 'Reply …');
    await at.page
      .getByRole('status', { name: 'Notices' })
      .getByText('/tea is not supported in threads. Sorry!')
      .waitFor();
  });

  it('the threads one is in stand together, with a number while something is new', async () => {
    await mia().types('Who has the atlas?', { in: SHELF });
    const threadTs = mia().messages(SHELF)[0]?.ts ?? '';
    for (const text of ['Not me', 'Nor me', 'Under the stairs']) await tom().types(text, { in: SHELF, threadTs });
    await at.goesTo('Threads 1 unread');
    const entry = at.page.getByRole('region', { name: 'Thread of Mia Visser in #shelf' });
    await entry.getByText('1 more reply').waitFor();
    await entry.getByText('Under the stairs').waitFor();
    await entry.getByRole('button', { name: 'Open thread' }).click();
    await thread().getByText('Not me').waitFor();
    await at.page.getByRole('button', { name: 'Threads', exact: true }).waitFor();
  });

  it('a click on an emoji adds one’s own, and takes it away again', async () => {
    const ts = await tomSays('The atlas is back');
    await tom().reacts('tada', { channel: SHELF, ts });
    const reaction = (name: string) => list().getByRole('button', { name });
    await reaction(':tada: 1, Tom Hill').click();
    await reaction(':tada: 2, Tom Hill, you').click();
    await reaction(':tada: 1, Tom Hill').waitFor();
    await list().getByRole('button', { name: 'Add a reaction' }).last().click();
    await at.page.getByRole('searchbox', { name: 'Search an emoji' }).fill('eyes');
    await at.page.keyboard.press('Enter');
    await reaction(':eyes: 1, you').waitFor();
  });

  it('a message is handed to the app by the menu, and by keyboard alone', async () => {
    await at.writes('Hello');
    const message = at.page.getByRole('article', { name: /Mia Visser/ });
    await message.getByRole('button', { name: 'More with this message' }).focus();
    await at.page.keyboard.press('Enter');
    await at.page.getByRole('menuitem', { name: 'Tea with this' }).focus();
    await at.page.keyboard.press('Enter');
    await at.page.getByRole('dialog', { name: 'Your tea' }).waitFor();
  });

  it('a link to a message leads to it', async () => {
    await at.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await tomSays('The first of many');
    for (let n = 0; n < 40; n += 1) await mia().types(`Book ${n}`, { in: SHELF });
    const first = list().getByRole('article').first();
    await first.hover();
    await first.getByRole('button', { name: 'More with this message' }).click();
    await at.page.getByRole('menuitem', { name: 'Copy link' }).click();
    const link = await at.page.evaluate<string>('navigator.clipboard.readText()');
    await at.page.goto('about:blank');
    await at.page.goto(link);
    await list().getByText('The first of many').waitFor();
    await expect.poll(() => list().evaluate((log) => log.parentElement?.scrollTop)).toBe(0);
  });

  it('what is new since one was here stands under a line', async () => {
    await tomSays('Old news');
    await at.goesTo('Tea Trolley');
    at.waits(1);
    await tom().types('Fresh news', { in: SHELF });
    await at.goesTo('shelf 1 unread');
    await list().getByText('Fresh news').waitFor();
    expect(await list().textContent()).toMatch(/Old news.*New.*Fresh news/);
  });
});
