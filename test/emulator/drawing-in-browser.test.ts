import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumFor } from '../support/chromium.ts';
import type { Json, JsonObject } from './core/shapes.ts';
import { asJson } from './core/state.ts';
import { tables } from './core/validate/listing.ts';
import { variantsOf } from './drawing-variants.ts';
import { attachment } from './tea-gallery/attachment.ts';
import { everyBlock } from './tea-gallery/everything.ts';
import { option, plain } from './tea-gallery/pieces.ts';

const executablePath = chromiumFor('how blocks are drawn');

/** What nobody sees, and why. */
const UNSEEN: Readonly<Record<string, string>> = {
  block_id: 'an id for the app',
  action_id: 'an id for the app',
  task_id: 'an id for the app',
  response_url_enabled: 'says what comes with the submit',
  'element.button.value': 'told to the app',
  'element.icon_button.value': 'told to the app',
  'object.feedback button.value': 'told to the app',
  'object.option.value': 'told to the app',
  'object.formatted option.value': 'told to the app',
  'object.link option.value': 'told to the app',
};

describe.skipIf(!executablePath)('how blocks are drawn', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) });
    page = await browser.newPage();
    await page.route('http://bench.example/**', (route) => route.fulfill({ contentType: 'text/html', body: '<body>' }));
    await page.goto('http://bench.example/');
    await page.addScriptTag({ content: await bench(), type: 'module' });
  });
  afterAll(() => browser?.close());

  const compared = (asked: Asked) => page.evaluate(compare, JSON.stringify(asked));
  const drawn = async (block: object) => (await compared({ things: [{ block: asJson(block) }], others: [] })).seen[0];

  it('every field of every block and element changes what is seen', async () => {
    const { unsteady, changed } = await compared({
      things: everyBlock.map((block) => ({ block: asJson(block) })),
      others: everyBlock.flatMap((block, of) =>
        variantsOf(block).map((variant) => ({ of, field: variant.field, thing: { block: variant.block } })),
      ),
    });
    expect(unsteady).toEqual([]);
    expect(listed().filter((field) => !changed.includes(field) && !isExcepted(field))).toEqual([]);
  });

  it('every field of an attachment changes what is seen', async () => {
    const alone = { fallback: 'Tea was poured.' };
    const variants = Object.keys(attachment).map((field) => ({ field, thing: { ...attachment, [field]: undefined } }));
    const others = [
      ...variants.map(({ field, thing }) => ({ of: 0, field, thing: { attachment: asJson(thing) } })),
      { of: 1, field: 'fallback', thing: { attachment: { fallback: 'Nothing was poured.' } } },
    ];
    const { changed } = await compared({ things: [{ attachment: asJson(attachment) }, { attachment: alone }], others });
    expect(Object.keys(attachment).filter((field) => !changed.includes(field))).toEqual([]);
  });

  it.each([
    ['a block', { type: 'hologram' }, 'block <code>hologram'],
    ['an element', row({ type: 'slider' }), 'element <code>slider'],
    ['an element beside a text', { type: 'section', text: plain('Tea'), accessory: { type: 'dial' } }, 'dial'],
    ['a style', row({ type: 'button', text: plain('Tea'), style: 'golden' }), 'value of style <code>golden'],
    ['a level', { type: 'header', text: plain('Tea'), level: 9 }, 'value of level <code>9'],
    ['a level of an alert', { type: 'alert', text: plain('Tea'), level: 'purple' }, 'value of level <code>purple'],
    ['a status', { type: 'task_card', title: 'Tea', status: 'dreaming' }, 'value of status <code>dreaming'],
    ['a width', { type: 'container', title: plain('Tea'), width: 'huge', child_blocks: [] }, 'value of width'],
    ['an icon', small({ type: 'icon_button', icon: 'teapot', text: plain('Tea') }), 'icon <code>teapot'],
    ['a piece of rich text', richText({ type: 'rich_text_poem', elements: [] }), 'rich_text_poem'],
    ['a chart', { type: 'data_visualization', title: 'Tea', chart: { type: 'radar', series: [] } }, 'radar'],
    ['a table cell', { type: 'table', rows: [[{ type: 'raw_picture' }]] }, 'raw_picture'],
  ])('%s that nobody knows is a red box', async (_what, block, words) => {
    expect(await drawn(block)).toContain(words);
    expect(await drawn(block)).toContain('class="unknown"');
  });

  it.each([
    ['## A heading', '<h4>A heading</h4>'],
    ['- one\n- two', '<ul><li>one</li><li>two</li></ul>'],
    ['1. one\n2. two', '<ol><li>one</li><li>two</li></ol>'],
    ['**bold**, *italic*, ~~gone~~', '<p><strong>bold</strong>, <em>italic</em>, <s>gone</s></p>'],
    ['> said', '<blockquote>said</blockquote>'],
    ['```yaml\ncups: *12*\n```', '<pre>cups: *12*</pre>'],
    ['[a link](https://example.com)', '<a href="https://example.com" target="_blank" rel="noreferrer">a link</a>'],
    ['![a leaf](https://example.com/leaf.png)', 'rel="noreferrer">a leaf</a>'],
    ['one\n\n---\n\ntwo :tea:', '<p>one</p><hr><p>two 🍵</p>'],
  ])('a markdown block reads %j as Slack does', async (text, html) => {
    expect(await drawn({ type: 'markdown', text })).toContain(html);
  });

  it('a button for others is not there', async () => {
    const button = { type: 'icon_button', icon: 'trash', text: plain('Away'), visible_to_user_ids: ['U0TOM'] };
    expect(await drawn(small(button))).not.toContain('Away');
  });

  it('an option that was chosen at first is shown, and its menu offers the others', async () => {
    const seen = await drawn(row({ type: 'static_select', options: [option('Green'), option('Black')] }));
    expect(seen).toContain('Black');
  });
});

function row(element: object) {
  return { type: 'actions', block_id: 'row', elements: [element] };
}

function small(element: object) {
  return { type: 'context_actions', block_id: 'small', elements: [element] };
}

function richText(element: object) {
  return { type: 'rich_text', elements: [element] };
}

const isExcepted = (field: string) => field in UNSEEN || (field.split('.').at(-1) ?? '') in UNSEEN;

/** Every field of Slack's tables that can have more than one value. */
function listed(): string[] {
  const { blocks, elements, richText: pieces, cells, charts, objects } = tables();
  const drawnHere = objects.filter(({ type }) => type !== 'attachment');
  const groups = {
    block: blocks,
    element: elements,
    'rich text': pieces,
    cell: cells,
    chart: charts,
    object: drawnHere,
  };
  return Object.entries(groups).flatMap(([group, rows]) =>
    rows.flatMap(({ type, fields }) =>
      fields.filter(({ oneOf }) => oneOf.length !== 1).map(({ name }) => `${group}.${type}.${name}`),
    ),
  );
}

/** Things to draw; and others, each to be compared with one of them. */
type Asked = { things: JsonObject[]; others: { of: number; field: string; thing: { [key: string]: Json } }[] };
type Draw = (thing: JsonObject) => Promise<{ seen: string; told: number }>;

/** Runs in the browser: what is seen, what isn't drawn the same twice, and which fields, changed, change what is drawn. */
async function compare(question: string) {
  const asked: Asked = JSON.parse(question);
  const { draw } = globalThis as typeof globalThis & { draw: Draw };
  const drawnOnce = async (thing: JsonObject) => JSON.stringify(await draw(structuredClone(thing)));
  const seen: string[] = [];
  const unsteady: number[] = [];
  for (const [at, thing] of asked.things.entries()) {
    seen.push(await drawnOnce(thing));
    if (seen[at] !== (await drawnOnce(thing))) unsteady.push(at);
  }
  const changed = new Set<string>();
  for (const { field, of, thing } of asked.others) {
    if (!changed.has(field) && (await drawnOnce(thing)) !== seen[of]) changed.add(field);
  }
  return { seen: seen.map((each) => JSON.parse(each).seen as string), unsteady, changed: [...changed] };
}

/** The drawing alone, put together as the page is. */
async function bench(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page/bench/bench.tsx', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  return outputFiles[0]?.text ?? '';
}
