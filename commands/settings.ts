import { openSettings } from '../src/features/settings/index.ts';
import type { Word } from './word.ts';

/** `/customer settings`, for admins. */
export const settings: Word = { name: { en: 'settings', nl: 'instellingen' }, by: 'admin', run: openSettings };
