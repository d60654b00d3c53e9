import { confirm, dispatchConfig } from './objects.ts';
import { actionId, boolean, integer, plain, type Spec } from './spec.ts';

/** The grey text of an empty input. */
export const placeholder = plain(150);

/** What every interactive element may have. */
export const acting: Record<string, Spec> = { action_id: actionId, confirm };

/** What every element that keeps a choice may have. */
export const choosing: Record<string, Spec> = { ...acting, focus_on_load: boolean };

/** What every element in which one types has. */
export const typing: Record<string, Spec> = {
  action_id: actionId,
  placeholder,
  dispatch_action_config: dispatchConfig,
  focus_on_load: boolean,
};

/** How many may be chosen. */
export const several: Record<string, Spec> = { max_selected_items: integer(1) };
