import type { KnownBlock } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Slack, Visitor } from './core/index.ts';
import { startEmulator } from './core/index.ts';
import { refusalOf } from './garden.ts';
import { aGreenhouse, type Greenhouse } from './greenhouse.ts';
import { greenhouseManifest } from './greenhouse-app.ts';

let greenhouse: Greenhouse;
let slack: Slack;
let web: Greenhouse['web'];
let ida: Visitor;

beforeEach(async () => {
  greenhouse = await aGreenhouse();
  ({ slack, web } = greenhouse);
  ida = slack.as('U0IDA');
});

afterEach(() => greenhouse.close());

const HOUSE = 'C0GLASSHOUSE';

/** A file of the app in a channel, by the SDK's own three steps. */
async function uploaded(content: string | Buffer, more: object = {}) {
  const file = Buffer.from(content);
  await web.filesUploadV2({ channel_id: HOUSE, file, filename: 'plan.pdf', ...more });
  const message = ida.messages(HOUSE).at(-1);
  const [shown] = message?.files ?? [];
  if (!message || !shown) throw new Error('no file came');
  return { message, file: shown };
}

const fetched = (url: string, token?: string) =>
  fetch(url, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });

describe('A file of the app', () => {
  it('is shared with words, in a thread, and fetched with the token alone', async () => {
    const bytes = Buffer.from([0, 255, 10, 13, 200]);
    const { ts = '' } = await web.chat.postMessage({ channel: HOUSE, text: 'The plan' });
    const { message, file } = await uploaded(bytes, { title: 'Plan', initial_comment: 'Here', thread_ts: ts });
    expect(message).toMatchObject({ text: 'Here', threadTs: ts, bot: true });
    expect(file).toMatchObject({ name: 'plan.pdf', title: 'Plan', mimetype: 'application/pdf', size: 5 });
    const answer = await fetched(file.url, slack.botToken);
    expect([answer.headers.get('content-type'), Buffer.from(await answer.arrayBuffer())]).toEqual([
      'application/pdf',
      bytes,
    ]);
    const page = await fetched(file.url);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Sign in to Glass &amp; Sons')]);
    expect(slack.refusals.at(-1)).toMatchObject({ what: `file ${file.id}`, error: 'not_authed' });
  });

  it('is told about, and deleted by the app that made it', async () => {
    const { file } = await uploaded('x');
    expect((await web.files.info({ file: file.id })).file).toMatchObject({
      id: file.id,
      filetype: 'pdf',
      pretty_type: 'PDF',
      user: slack.botUserId,
      channels: [HOUSE],
      is_public: true,
    });
    await web.files.delete({ file: file.id });
    expect(ida.messages(HOUSE).at(-1)?.files).toEqual([]);
    expect(await refusalOf(web.files.info({ file: file.id }))).toMatchObject({ error: 'file_deleted' });
    expect((await fetched(file.url, slack.botToken)).status).toBe(404);
    const own = ida.uploads({ name: 'mine.txt', content: 'mine' });
    expect(await refusalOf(web.files.info({ file: own }))).toMatchObject({ error: 'file_not_found' });
    await ida.types('', { in: HOUSE, files: [own] });
    expect(await refusalOf(web.files.delete({ file: own }))).toMatchObject({ error: 'cant_delete_file' });
  });

  it.each([
    ['a person’s id', { channel_id: 'U0IDA' }, 'invalid_arguments'],
    ['no conversation', { channel_id: 'C0NOWHERE1' }, 'channel_not_found'],
    ['a thread that isn’t there', { thread_ts: '1.000001' }, 'thread_not_found'],
  ])('goes to no place that is %s', async (_what, more, error) => {
    expect(await refusalOf(uploaded('x', more))).toMatchObject({ error });
  });

  it('needs a name, a size, and its bytes before it is finished', async () => {
    const urlFor = (filename: string, length: number) => web.files.getUploadURLExternal({ filename, length });
    expect(await refusalOf(urlFor('', 1))).toMatchObject({ error: 'invalid_arguments' });
    expect(await refusalOf(urlFor('a.txt', 0))).toMatchObject({ error: 'missing_argument' });
    expect(await refusalOf(urlFor('a.txt', 31 * 1024 * 1024))).toMatchObject({ error: 'file_upload_size_restricted' });
    const { upload_url = '', file_id: id = '' } = await urlFor('a.txt', 1);
    const finish = () => web.files.completeUploadExternal({ files: [{ id }] });
    expect(await refusalOf(finish())).toMatchObject({ error: 'file_not_found' });
    const send = async (as: string) =>
      (await fetch(upload_url, { method: 'POST', body: 'a', headers: { 'content-type': as } })).status;
    expect(await send('multipart/form-data; boundary=x')).toBe(400);
    expect([await send('text/plain'), await send('text/plain')]).toEqual([200, 404]);
    expect((await finish()).files?.[0]).toMatchObject({ id, size: 1, channels: [] });
    slack.faults.add({ method: 'upload_url', status: 500, times: 1 });
    await expect(uploaded('x')).rejects.toThrow();
  });
});

describe('A file of a person', () => {
  it('stands in their message, and the app hears of it where it is', async () => {
    const id = ida.uploads({ name: 'leaf.PNG', content: Buffer.from('png') });
    await ida.types('look', { in: HOUSE, files: [id] });
    expect(slack.as('U0OTTO').messages(HOUSE).at(-1)).toMatchObject({
      text: 'look',
      files: [{ id, mimetype: 'image/png' }],
    });
    const events = slack.envelopes.map(({ payload }) => payload.event);
    expect(events).toMatchObject([
      { type: 'file_shared', file_id: id, user_id: 'U0IDA', channel_id: HOUSE },
      { type: 'message', subtype: 'file_share', files: [{ id, name: 'leaf.PNG', filetype: 'png' }] },
    ]);
  });

  it('outlives a restart', async () => {
    const id = ida.uploads({ name: 'a.txt', content: 'kept' });
    await ida.types('', { files: [id] });
    const seed = JSON.parse(JSON.stringify(slack.dump()));
    const manifest = greenhouseManifest(greenhouse.address);
    const again = await startEmulator({ manifest, seed, clock: { now: () => new Date('2026-11-03T09:00:00Z') } });
    expect(again.as('U0IDA').messages().at(-1)?.files).toMatchObject([{ id, size: 4 }]);
    expect(again.as('U0IDA').opensFile(id)?.content.toString()).toBe('kept');
    await again.close();
  });
});

describe('A file input', () => {
  const input: KnownBlock = {
    type: 'input',
    block_id: 'list',
    label: { type: 'plain_text', text: 'Your list' },
    element: { type: 'file_input', action_id: 'list', filetypes: ['csv', 'jpg'], max_files: 2 },
  };

  beforeEach(async () => {
    await ida.types('/pot');
    const plain = (words: string) => ({ type: 'plain_text' as const, text: words });
    const view = { type: 'modal' as const, title: plain('Lists'), submit: plain('Send'), callback_id: 'lists' };
    await web.views.update({ view_id: ida.modal?.id ?? '', view: { ...view, blocks: [input] } });
    for (const name of ['a.csv', 'b.CSV', 'c.csv', 'd.exe', 'e.jpeg']) ida.uploads({ name, content: name });
    ida.uploads({ name: 'big.csv', content: Buffer.alloc(11 * 1024 * 1024) });
  });

  it('is told to the app as whole files, which it may then fetch', async () => {
    await ida.fills({ 'Your list': ['a.csv', 'e.jpeg'] });
    expect(ida.modal?.values.list?.list?.files).toMatchObject([{ name: 'a.csv' }, { name: 'e.jpeg' }]);
    const [first] = ida.modal?.values.list?.list?.files ?? [];
    const url = first?.url_private_download ?? '';
    expect(await (await fetched(url, slack.botToken)).text()).toContain('Sign in');
    await ida.submits();
    expect(slack.envelopes.at(-1)?.payload.view).toMatchObject({
      state: { values: { list: { list: { type: 'file_input', files: [{ mimetype: 'text/csv' }, {}] } } } },
    });
    expect(await (await fetched(url, slack.botToken)).text()).toBe('a.csv');
  });

  it.each([
    ['another kind', ['d.exe'], 'd.exe can’t be uploaded here. Only these types of files can: csv, jpg'],
    ['too many', ['a.csv', 'b.CSV', 'c.csv'], 'You can only upload 2 files here'],
    ['too much', ['big.csv'], 'big.csv is larger than 10 MB'],
  ])('takes no file of %s', async (_what, names, notice) => {
    expect((await ida.fills({ 'Your list': names })).notice).toBe(notice);
    expect((await ida.submits()).errors).toEqual({ 'Your list': 'Please complete this required field.' });
  });
});
