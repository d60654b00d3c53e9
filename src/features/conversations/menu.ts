import type { Menu } from '../../feature.ts';
import { plus } from '../../time.ts';
import { addToButton, logButton } from './form.ts';
import { conversationStore } from './store.ts';
import { say } from './texts.ts';

/** How long what somebody types may still belong to what they logged last. */
const REMEMBERED = { days: -7 };

/** What a text can be: a conversation, or more about the last one ("it was on Tuesday"). */
export const conversationMenu: Menu = async (tx, { person, lang, now }, from) => {
  const t = say(lang);
  const log = logButton.button(t.iSpoke, { from }, { style: 'primary' });
  const last = from && (await conversationStore(tx).lastSaved(person.userId, plus(now, REMEMBERED)));
  return last ? [log, addToButton.button(t.addTo(last.customer.name), { id: last.id, from })] : [log];
};
