// Prints manifest.yml the way a house wants it: npm run manifest -- --lang nl --root klant --http https://mantra.example
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { inPackage } from '../package-root.ts';
import { manifestShape } from './manifest-shape.ts';
import { variantOf } from './manifest-variant.ts';

const USAGE = `usage: npm run manifest -- [--lang nl|en|both] [--root klant] [--http https://host]
  --lang   commands and descriptions in one language, or commands in both (the default)
  --root   what the commands are called: /klant, /klant-gesprek
  --http   the address Slack reaches Mantra at, instead of Socket Mode
Paste what it prints at api.slack.com/apps → your app → App Manifest.`;

const wishes = z.object({
  lang: z.enum(['nl', 'en', 'both']).default('both'),
  root: z
    .string()
    .regex(/^[\p{Ll}\d_]{1,20}$/u)
    .optional(),
  http: z.url({ protocol: /^https$/ }).optional(),
});

const { values } = parseArgs({
  options: { lang: { type: 'string' }, root: { type: 'string' }, http: { type: 'string' }, help: { type: 'boolean' } },
  strict: false,
});
const { success, data } = wishes.safeParse(values);
if (!success || values.help) {
  console.error(USAGE);
  process.exit(values.help ? 0 : 2);
}

const { lang, root, http } = data;
const manifest = manifestShape.parse(parse(readFileSync(inPackage('manifest.yml'), 'utf8')));
const variant = variantOf(manifest, { lang, ...(root !== undefined && { root }), ...(http !== undefined && { http }) });
console.log(stringify(variant, { lineWidth: 120 }));
