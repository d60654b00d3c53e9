import type { Feature } from '../../feature.ts';
import { homeOpened } from './handlers.ts';

export { publishHome } from './handlers.ts';

/** Everybody's own page: what each habit has to show them. */
export const home: Feature = {
  name: 'home',
  events: [{ type: 'app_home_opened', run: homeOpened }],
  personal: [],
};
