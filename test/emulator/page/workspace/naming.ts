import type { PageConversation } from '../contract.ts';

/** `#general`, or a direct message by the names of the others. */
export const nameOf = (conversation: PageConversation | undefined, app: string): string => {
  if (!conversation) return '';
  if (conversation.kind === 'app') return app;
  const isChannel = conversation.kind === 'public' || conversation.kind === 'private';
  return isChannel ? `#${conversation.name}` : conversation.name;
};
