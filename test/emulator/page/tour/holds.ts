import type { PageState } from '../contract.ts';
import type { Where } from '../workspace/address.ts';
import type { Condition } from './tour.ts';

/** What a condition is read from: the page, and the moment at which the step began. */
export type Sight = {
  state: PageState;
  tab: Where['tab'];
  began: Beginning;
};

/** `at`: what the turned clock showed (ISO); `targets`: where it could be turned to then. */
export type Beginning = { at: string; targets: PageState['clock']['targets'] };

/** The beginning of a step that begins now. */
export const beginningAt = ({ clock }: PageState): Beginning => ({ at: clock.now, targets: clock.targets });

/** Whether that can be seen now. */
export function holds(condition: Condition, { state, tab, began }: Sight): boolean {
  switch (condition.what) {
    case 'form':
      return state.modals.at(-1)?.title === condition.title;
    case 'said':
      return state.open.messages.some(
        ({ ts, fromApp, text }) =>
          fromApp && Number(ts) * 1000 > Date.parse(began.at) && text.includes(condition.words),
      );
    case 'home':
      return tab === 'home' && state.open.id === state.app.dm;
    case 'clock': {
      const target = began.targets.find(({ label }) => label === condition.target);
      return target !== undefined && state.clock.now >= target.at && !state.clock.turning;
    }
    case 'person':
      return condition.ids.includes(state.me.id);
  }
}
