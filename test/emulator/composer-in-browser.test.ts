import { describe, expect, it } from 'vitest';
import { chromiumFor } from '../support/chromium.ts';
import { aSeat } from './tea-seat.ts';
import { manifest } from './tea-trolley.ts';

const executablePath = chromiumFor('the composer in a browser');
const commands = [
  { command: '/tea', description: 'Orders tea', usage_hint: 'green · mint · black, or how many cups' },
  { command: '/tea-menu', description: 'Shows what there is' },
];

describe.skipIf(!executablePath)('where one writes', () => {
  const at = aSeat(executablePath, { manifest: { features: { ...manifest.features, slash_commands: commands } } });
  const composer = () => at.page.getByRole('textbox', { name: 'Message Tea Trolley' });
  const offered = (name: string) => at.page.getByRole('listbox', { name }).getByRole('option');

  it('a slash shows the family of commands, and the arrow keys choose one', async () => {
    await composer().fill('/te');
    expect(await offered('Commands').allInnerTexts()).toEqual([
      expect.stringContaining('/tea green · mint'),
      expect.stringContaining('/tea-menu'),
    ]);
    await composer().press('ArrowDown');
    await composer().press('ArrowDown');
    await composer().press('Enter');
    expect(await composer().inputValue()).toBe('/tea-menu ');
  });

  it('behind a command its words are offered; Tab takes one, Enter sends what stands there', async () => {
    await composer().fill('/tea ');
    expect(await offered('Words').allInnerTexts()).toEqual(['green', 'mint', 'black']);
    await composer().fill('/tea m');
    await composer().press('Tab');
    expect(await composer().inputValue()).toBe('/tea mint ');
    await composer().fill('/tea b');
    await composer().press('Enter');
    await at.sees('Only visible to you');
    expect(at.slack.envelopes.at(-1)?.payload).toMatchObject({ command: '/tea', text: 'b' });
  });

  it('people, channels and emoji are offered by their signs, where the caret is', async () => {
    await composer().pressSequentially('Ask @to');
    expect(await offered('People').allInnerTexts()).toEqual([expect.stringContaining('Tom Hill')]);
    await composer().press('Enter');
    await composer().pressSequentially('in #sh');
    await composer().press('Tab');
    await composer().pressSequentially('about :tea');
    await offered('Emoji').first().waitFor();
    await composer().press('Enter');
    expect(await composer().inputValue()).toBe('Ask @tom in #shelf about :tea: ');
  });

  it('Esc closes what is offered, and leaves what was typed', async () => {
    await composer().fill('Ask @to');
    await offered('People').first().waitFor();
    await composer().press('Escape');
    expect(await offered('People').count()).toBe(0);
    await composer().press('Enter');
    await at.sees('Ask @to');
  });

  it('a draft is still there when one comes back, and when the page is loaded anew', async () => {
    await composer().fill('Two cups, no su');
    await at.goesTo('shelf');
    const shelf = at.page.getByRole('textbox', { name: 'Message #shelf' });
    expect(await shelf.inputValue()).toBe('');
    await at.goesTo('Tea Trolley');
    expect(await composer().inputValue()).toBe('Two cups, no su');
    await at.page.reload();
    expect(await composer().inputValue()).toBe('Two cups, no su');
  });

  it('a file goes with a message, or is taken off before', async () => {
    const [chooser] = await Promise.all([
      at.page.waitForEvent('filechooser'),
      at.page
        .getByRole('button', { name: 'Shortcuts and files' })
        .click()
        .then(() => at.page.getByRole('menuitem', { name: 'Upload from your computer' }).click()),
    ]);
    await chooser.setFiles([
      { name: 'cups.csv', mimeType: 'text/csv', buffer: Buffer.from('day,cups\nMon,8\n') },
      { name: 'secret.txt', mimeType: 'text/plain', buffer: Buffer.from('sh') },
    ]);
    await at.page.getByRole('button', { name: 'Take off secret.txt' }).click();
    await at.page.getByRole('button', { name: 'Send' }).click();
    await at.page.getByRole('article').getByText('cups.csv').waitFor();
    const [message] = at.slack.as('U0MIA').messages();
    expect(message?.files.map(({ name }) => name)).toEqual(['cups.csv']);
    const bytes = await fetch(new URL(`/page/file/${message?.files[0]?.id}`, at.slack.url));
    expect(await bytes.text()).toBe('day,cups\nMon,8\n');
  });

  it('a message that is too long says by how much, and waits', async () => {
    await composer().fill('x'.repeat(3_700));
    await at.sees('300 characters left');
    await composer().fill('x'.repeat(4_001));
    await at.sees(/1 characters? too many/);
    expect(await at.page.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
  });

  it('an emoji is put in where the caret is', async () => {
    await composer().fill('Nice');
    await at.page.getByRole('button', { name: 'Emoji' }).click();
    await at.page.getByRole('searchbox', { name: 'Search an emoji' }).fill('wave');
    await at.page.getByRole('button', { name: ':wave:' }).click();
    expect(await composer().inputValue()).toBe('Nice:wave: ');
  });
});
