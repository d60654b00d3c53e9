import { turnClock } from '../api.ts';
import type { PageClock } from '../contract.ts';
import type { Where } from '../workspace/address.ts';
import { leadTo, pick, press, write } from './hand.ts';
import type { Condition, Deed } from './tour.ts';

/** What a deed needs besides a hand. */
export type Around = {
  /** Where the clock can be turned to now. */
  targets(): PageClock['targets'];
  holds(condition: Condition): boolean;
  /** An empty `in` is the conversation with the app. */
  go(to: Partial<Where>): void;
};

/** Does them one after another; fails where one of them can't be done here. */
export async function doDeeds(deeds: readonly Deed[], around: Around): Promise<void> {
  for (const deed of deeds) if (!deed.unless || !around.holds(deed.unless)) await doDeed(deed, around);
}

async function doDeed(deed: Deed, { targets, go }: Around): Promise<void> {
  switch (deed.what) {
    case 'opens':
      return go({ in: '', tab: deed.tab });
    case 'presses':
      return press(deed.button);
    case 'leadsTo':
      return void (await leadTo(deed.button));
    case 'writes':
      return write(deed.field, deed.text);
    case 'picks':
      return pick(deed.field, deed.text);
    case 'turns': {
      const target = targets().find(({ label }) => label === deed.target);
      if (!target) throw new Error(`the clock can't be turned to ${deed.target}`);
      return void (await turnClock(target.at));
    }
    case 'becomes':
      return go({ as: deed.person, in: '', tab: 'messages' });
  }
}
