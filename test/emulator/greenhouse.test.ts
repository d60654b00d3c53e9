import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Slack, Visitor } from './core/index.ts';
import { aGreenhouse, type Greenhouse } from './greenhouse.ts';

let greenhouse: Greenhouse;
let slack: Slack;
let ida: Visitor;

beforeEach(async () => {
  greenhouse = await aGreenhouse();
  slack = greenhouse.slack;
  ida = slack.as('U0IDA');
});

afterEach(() => greenhouse.close());

describe('An ordinary app that was installed by its own page, over HTTP', () => {
  it('takes a file from a form, fetches it, and answers with a file of its own', async () => {
    await ida.types('/pot');
    ida.uploads({ name: 'seeds.csv', content: 'tall,green' });
    await ida.searches('Plant', 'f');
    await ida.fills({
      Plant: 'Fig',
      Size: 'Small',
      Helpers: ['Otto Fern'],
      'Seed list': 'seeds.csv',
      Care: 'not *too* wet',
    });
    expect((await ida.submits()).modal).toBeUndefined();
    // The app answers the form first, and then does its work.
    await expect.poll(() => ida.messages().length, { timeout: 20_000 }).toBe(2);
    const [card, labels] = ida.messages();
    expect(card?.readable).toBe('Fig, small\n[Water]');
    expect(labels).toMatchObject({
      threadTs: card?.ts,
      text: 'Labels for seeds.csv',
      files: [{ name: 'Fig.txt', title: 'Labels', mimetype: 'text/plain', size: 10 }],
    });
    expect(ida.opensFile(labels?.files[0]?.id ?? '')?.content.toString()).toBe('TALL,GREEN');
    expect(slack.refusals).toEqual([]);
  });

  it('opens a form on a form, changes it, and shows what is wrong beside a field', async () => {
    await ida.types('/pot');
    await ida.clicks('When?');
    await ida.picks('day', '2026-12-01');
    expect(ida.modals.map(({ readable }) => readable.split('\n')[1])).toEqual([
      expect.stringContaining('Plant'),
      'To be potted: 2026-12-01',
    ]);
    await ida.closes();
    await ida.searches('Plant', 'o');
    await ida.fills({ Plant: 'Orchid', Size: 'Large' });
    expect((await ida.submits()).errors).toEqual({ Size: 'Orchids stay small' });
    expect(slack.refusals).toEqual([]);
  });

  it('answers buttons, Home, reactions, and a shortcut on a message', async () => {
    await ida.opensHome();
    expect(ida.home?.readable).toContain('Home fern');
    await greenhouse.web.chat.postMessage({ channel: 'C0GLASSHOUSE', text: 'Old leaves' });
    const [leaves] = ida.messages('C0GLASSHOUSE');
    if (!leaves) throw new Error('nothing was posted');
    await ida.reacts('seedling', leaves);
    expect(ida.messages('C0GLASSHOUSE')[0]?.reactions).toEqual([
      { name: 'seedling', users: ['U0IDA'] },
      { name: 'sunny', users: [slack.botUserId] },
    ]);
    const done = await ida.messageShortcut('Compost this', leaves);
    expect(done.ephemeral.map(({ text }) => text)).toEqual(['Composted']);
    expect(ida.messages('C0GLASSHOUSE').map(({ text }) => text)).toEqual(['Composted']);
    expect(slack.refusals).toEqual([]);
  });

  it('hears mentions in a command by their ids, where its manifest asks for that', async () => {
    const tagged = await ida.types('/tag @otto in #glasshouse & <here>');
    expect(tagged.ephemeral[0]?.text).toBe('Tagged <@U0OTTO|otto> in <#C0GLASSHOUSE|glasshouse> & <here>');
  });
});
