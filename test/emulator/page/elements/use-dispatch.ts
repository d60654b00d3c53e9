import type { DispatchActionConfig } from '@slack/types';
import { type Place, usePlace } from '../blocks/place.ts';

type Typed = { action_id?: string; dispatch_action_config?: DispatchActionConfig };

type Triggers = NonNullable<DispatchActionConfig['trigger_actions_on']>;

/** Unless an element says better, the app hears of typed text at Enter. */
const AT_ENTER: Triggers = ['on_enter_pressed'];

/**
 * What typing in an element does: Slack keeps it, and the app hears of it where the block dispatches its actions
 * (docs.slack.dev/reference/block-kit/composition-objects/dispatch-action-configuration-object).
 */
export function useDispatch(element: Typed, blockId: string, dispatches: boolean) {
  const place: Place = usePlace();
  const when: Triggers = dispatches ? (element.dispatch_action_config?.trigger_actions_on ?? AT_ENTER) : [];
  return {
    typed: (text: string) => place.type(blockId, element, text, when.includes('on_character_entered')),
    /** Answers whether the key was meant for the app. */
    entered(text: string): boolean {
      if (!when.includes('on_enter_pressed')) return false;
      void place.act(blockId, element, text);
      return true;
    },
  };
}
