import type { PageConversation, PageState } from '../contract.ts';
import type { Where } from './address.ts';
import { Avatar } from './avatar.tsx';

type SidebarProps = { state: PageState; where: Where; go(to: Partial<Where>): void };

/** Everywhere this person can look: the app, channels, direct messages. */
export function Sidebar({ state, where, go }: SidebarProps) {
  const channels = state.conversations.filter(({ kind }) => kind === 'public' || kind === 'private');
  const direct = state.conversations.filter(({ kind }) => kind === 'im' || kind === 'mpim');
  const app = state.conversations.find(({ kind }) => kind === 'app');
  const entry = (conversation: PageConversation) => (
    <Entry
      key={conversation.id}
      conversation={conversation}
      isOpen={conversation.id === where.in}
      open={() => go({ in: conversation.id, tab: 'messages' })}
    />
  );
  return (
    <nav class="sidebar" aria-label="Conversations">
      {app && (
        <>
          <h2>App</h2>
          <ul>{entry({ ...app, name: state.app.name })}</ul>
        </>
      )}
      <h2>Channels</h2>
      <ul>{channels.map(entry)}</ul>
      {direct.length > 0 && (
        <>
          <h2>Direct messages</h2>
          <ul>{direct.map(entry)}</ul>
        </>
      )}
    </nav>
  );
}

type EntryProps = { conversation: PageConversation; isOpen: boolean; open(): void };

function Entry({ conversation: { name, kind, unread, archived }, isOpen, open }: EntryProps) {
  return (
    <li>
      <button
        type="button"
        class={`entry ${unread > 0 ? 'unread' : ''} ${archived ? 'archived' : ''}`}
        aria-current={isOpen ? 'page' : undefined}
        onClick={open}
      >
        <Sign kind={kind} />
        <span class="entry-name">{name}</span>
        {archived && <small>archived</small>}
        {unread > 0 && (
          <span class="badge">
            {unread}
            <span class="unseen"> unread</span>
          </span>
        )}
      </button>
    </li>
  );
}

const SIGNS = { public: '#', private: '◆', im: '•', mpim: '••' } as const;

const Sign = ({ kind }: { kind: PageConversation['kind'] }) =>
  kind === 'app' ? (
    <Avatar person={{ name: '', color: '' }} app />
  ) : (
    <span class="sign" aria-hidden="true">
      {SIGNS[kind]}
    </span>
  );
