import type { Feature } from '../../feature.ts';
import { on } from '../../slack/action.ts';
import { onSubmit } from '../../slack/modal.ts';
import { channelEvents, forgetTrouble, rerouteDue, troubleDue, troubleKind } from './channel.ts';
import { addToButton, editButton, editForm, logButton, logForm, moreButton, withdrawButton } from './form.ts';
import { addMore, forget, openEdit, openLog, openLogTyped, openToAdd } from './handlers.ts';
import { conversationMenu } from './menu.ts';
import { savedKind, storyKind } from './messages.ts';
import { saveEdit, saveNew, withdraw } from './saving.ts';
import { conversationSettings } from './settings.ts';
import { say } from './texts.ts';
import { spokenSince, tellEarlier } from './uses.ts';

export { type Ahead, aheadIn } from './ahead.ts';
export { type Answers, editForm, logButton } from './form.ts';
export { editView, forget, openLogTyped } from './handlers.ts';
export { heardLine, isGlance, wholeBlocks } from './heard-views.ts';
export { storyWaits } from './messages.ts';
export { saveEdit, withdrawOwn } from './saving.ts';
export { type Conversation, type ConversationStore, conversationStore } from './store.ts';
export { HEARD, type Heard, heardStore, visibleTo } from './store-heard.ts';
export { tellTellers } from './uses.ts';
export { inWords, kindInWords, ownButtons, ownLine, withdrawDialog } from './views.ts';

/** Talking with a customer, and one sentence about what was learned. */
export const conversations: Feature = {
  name: 'conversations',
  actions: [
    on(logButton, openLog),
    on(addToButton, openToAdd),
    on(moreButton, addMore),
    on(editButton, openEdit),
    on(withdrawButton, withdraw),
  ],
  modals: [
    onSubmit(logForm, { submit: saveNew, closed: forget }),
    onSubmit(editForm, { submit: saveEdit, closed: forget }),
  ],
  shortcuts: [{ id: 'conversations.log', by: 'member', run: (deps, turn) => openLogTyped(deps, turn, '') }],
  messages: [savedKind, storyKind, troubleKind],
  events: channelEvents,
  due: [rerouteDue, troubleDue],
  nightly: forgetTrouble,
  hears: tellEarlier,
  becameOf: spokenSince,
  settings: conversationSettings,
  menu: conversationMenu,
  help: (lang) => ({
    title: say(lang).helpTitle,
    says: say(lang).helpSays,
    words: [{ type: lang === 'nl' ? '/klant gesprek' : '/customer log', does: say(lang).helpWord }],
  }),
  personal: [
    { table: 'conversations', column: 'user_id', holds: 'identity', export: true, erase: 'row', keepMonths: 24 },
    {
      table: 'conversations',
      column: 'learned',
      holds: 'about a customer',
      export: true,
      erase: 'row',
      keepMonths: 24,
    },
    { table: 'conversations', column: 'need', holds: 'about a customer', export: true, erase: 'row', keepMonths: 24 },
    { table: 'conversations', column: 'said', holds: 'about a customer', export: true, erase: 'row', keepMonths: 24 },
    {
      table: 'conversation_words',
      column: 'word',
      holds: 'about a customer',
      export: false,
      erase: 'row',
      keepMonths: 24,
    },
    { table: 'conversations', column: 'topic', holds: 'about a customer', export: true, erase: 'row', keepMonths: 24 },
    { table: 'conversations', column: 'minutes', holds: 'what they did', export: true, erase: 'row', keepMonths: 24 },
  ],
};
