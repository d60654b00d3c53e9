import { options, render } from 'preact';
import { Attachment } from '../blocks/attachment.tsx';
import { Blocks } from '../blocks/block.tsx';
import { type Place, PlaceProvider } from '../blocks/place.ts';
import type { AnyBlock, PageAttachment } from '../contract.ts';
import { ReadingProvider } from '../text/reading.ts';
import { ConfirmDialog } from '../view/confirm-dialog.tsx';
import { reading } from './reader.ts';

/** What can be drawn alone. */
export type Thing = { block: AnyBlock } | { attachment: PageAttachment };

/** Everything a person could see of it, at rest and while using it, and how often the app would hear of it. */
export type Drawn = { seen: string; told: number };

// Nothing is painted here, so nothing has to wait for a frame.
options.debounceRendering = (work) => work();
options.requestAnimationFrame = (work) => work();
addEventListener(
  'click',
  (event) => event.target instanceof Element && event.target.closest('a') && event.preventDefault(),
);

/** Draws a block or an attachment, uses everything on it, and tells what was seen. */
export async function draw(thing: Thing): Promise<Drawn> {
  const root = document.body.appendChild(document.createElement('div'));
  const drawn: Drawn = { seen: '', told: 0 };
  render(<Bench thing={thing} drawn={drawn} />, root);
  drawn.seen += sightOf(root);
  for (const use of USES) await use(root, drawn);
  render(null, root);
  root.remove();
  return drawn;
}

function Bench({ thing, drawn }: { thing: Thing; drawn: Drawn }) {
  const place: Place = {
    surface: 'message',
    container: { kind: 'message', channel: 'C0SHELF', ts: '1.1' },
    values: {},
    errors: {},
    act(_blockId, { confirm }) {
      if (confirm) drawn.seen += asked(confirm);
      drawn.told += 1;
      return Promise.resolve(true);
    },
    type: (_blockId, _element, _text, dispatched) => {
      if (dispatched) drawn.told += 1;
    },
    upload: ({ name }) => Promise.resolve({ id: 'F0NEW', name }),
    search: (_blockId, _element, typed) =>
      Promise.resolve([{ text: `Found by ${typed}`, value: 'found', description: undefined, group: undefined }]),
  };
  return (
    <ReadingProvider value={reading}>
      <PlaceProvider value={place}>
        {'attachment' in thing ? <Attachment attachment={thing.attachment} /> : <Blocks blocks={[thing.block]} />}
      </PlaceProvider>
    </ReadingProvider>
  );
}

/** What the question before a click looks like. */
function asked(confirm: Parameters<typeof ConfirmDialog>[0]['confirm']): string {
  const root = document.body.appendChild(document.createElement('div'));
  render(
    <ReadingProvider value={reading}>
      <ConfirmDialog confirm={confirm} answer={() => {}} />
    </ReadingProvider>,
    root,
  );
  const seen = root.innerHTML;
  render(null, root);
  root.remove();
  return seen;
}

type Use = (root: HTMLElement, drawn: Drawn) => Promise<void>;

/** The page as it stands, with what stands in its fields; where a list opens is a matter of the window. */
function sightOf(root: HTMLElement): string {
  for (const list of all(root, '.popover')) list.removeAttribute('style');
  const fields = [...root.querySelectorAll('input')].map(({ value, checked }) => `${value} ${checked}`);
  const texts = [...root.querySelectorAll('textarea')].map(({ value }) => value);
  return [root.innerHTML, ...fields, ...texts].join('\n');
}

/** Types into a field; on anything else there is nothing to type. */
function typeIn(field: HTMLElement, text: string) {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

const all = (root: HTMLElement, selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];

/** Opens whatever fits, sees what is in it, and takes the first thing there. */
const opening =
  (opener: string, first: string): Use =>
  async (root, drawn) => {
    for (const each of all(root, opener)) {
      each.click();
      await settled();
      drawn.seen += sightOf(root);
      if (!root.querySelector(first)) {
        typeIn(each, 'abcd');
        await settled();
        drawn.seen += sightOf(root);
      }
      root.querySelector<HTMLElement>(first)?.click();
      await settled();
    }
  };

const typing: Use = async (root, drawn) => {
  for (const field of root.querySelectorAll<HTMLInputElement>('textarea, input[type=text]:not([role=combobox])')) {
    typeIn(field, `${field.value}!`);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    await settled();
    drawn.seen += sightOf(root);
  }
};

const pressing: Use = async (root) => {
  const buttons = all(
    root,
    '.button:not([aria-haspopup], .drop *), .context-actions button, input:is([type=radio], [type=checkbox])',
  );
  for (const button of buttons) button.click();
  await settled();
};

const USES: readonly Use[] = [
  opening('[role=combobox]', '[role=option]'),
  opening('[aria-haspopup=menu]', '[role=menuitem]'),
  opening('[aria-haspopup=dialog]', '.calendar td button'),
  typing,
  pressing,
];

/** Later than every promise that is answered, and sooner than any timer of the browser's. */
function soon(work: () => void) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    work();
  };
  port2.postMessage('go');
}

// Nor for a person's next key.
Object.assign(globalThis, { setTimeout: soon });

/** Long enough for an answered promise and for whatever was put off. */
const settled = () => new Promise<void>((resolve) => soon(() => soon(resolve)));

/** For the test that drives this page. */
Object.assign(globalThis, { draw });
