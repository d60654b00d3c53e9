import { z } from 'zod';
import { action } from '../../slack/action.ts';
import { modal } from '../../slack/modal.ts';
import { say } from './texts.ts';

/** Asks for a file, from the settings. */
export const openButton = action('imports.open', z.null());

/** The answer is the id of the file. */
export const fileForm = modal('imports.file', (lang) =>
  z.object({
    file: z
      .array(z.string().regex(/^[A-Z0-9]{2,24}$/), { error: say(lang).fileMissing })
      .min(1, say(lang).fileMissing)
      .transform(([id = '']) => id),
  }),
);
