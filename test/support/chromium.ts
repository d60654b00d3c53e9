import { existsSync } from 'node:fs';

/** Debian's Chromium, or the one that CHROMIUM_PATH names. */
const PATH = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Where Chromium is. Without one, says what isn't tested; on CI that is a failure. */
export function chromiumFor(what: string): string | undefined {
  if (existsSync(PATH)) return PATH;
  if (process.env.MANTRA_CI) throw new Error(`${PATH} is missing: ${what} can't be tested.`);
  process.stdout.write(`Not tested, because there is no ${PATH}: ${what}.\n`);
  return undefined;
}
