/** Every way to speak with a customer. */
export const CONVERSATION_KINDS = [
  'call',
  'visit',
  'listened-in',
  'called-back',
  'chat',
  'research',
  'event',
  'other',
] as const;

/** Every sort of contact a conversation can have been; which of them count, admins decide. */
export const KINDS = [...CONVERSATION_KINDS, 'practical'] as const;
/** One of them. */
export type ConversationKind = (typeof KINDS)[number];
