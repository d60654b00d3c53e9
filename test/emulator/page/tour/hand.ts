import { called } from './called.ts';

/** How long something may take to appear before it is missed (real milliseconds). */
const PATIENCE_MS = 4_000;
/** So that one can follow what is done (real milliseconds). */
const PAUSE_MS = 350;

/** Presses the button of that name, once it is there. Like its brothers it fails when nothing of that name comes. */
export async function press(button: string): Promise<void> {
  const found = await leadTo(button);
  found.click();
}

/** Puts the focus on the button of that name, so that one key or a click presses it; the focus is seen, whatever was used before. */
export async function leadTo(button: string): Promise<HTMLElement> {
  const found = await appearing(() => called(button));
  found.scrollIntoView({ block: 'nearest' });
  found.focus({ focusVisible: true });
  await pause();
  return found;
}

/** Writes into the field of that name as keys would. */
export async function write(field: string, text: string): Promise<void> {
  const input = await appearing(() => called(field));
  if (!(input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement))
    throw new Error(`${field} is no field to write in`);
  input.focus();
  await pause();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Types into a select and takes the first option that fits. */
export async function pick(field: string, text: string): Promise<void> {
  await write(field, text);
  const option = await appearing(() =>
    [...document.querySelectorAll<HTMLElement>('[role="option"]')].find(
      (each) => each.checkVisibility() && each.textContent.includes(text),
    ),
  );
  await pause();
  option.click();
}

async function appearing(find: () => HTMLElement | undefined): Promise<HTMLElement> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause(50)) {
    const found = find();
    if (found) return found;
  }
  throw new Error('what was to be shown is not on this page');
}

/** Nobody who wants little motion is kept waiting for it. */
const pause = (ms = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : PAUSE_MS) =>
  new Promise((resolve) => setTimeout(resolve, ms));
