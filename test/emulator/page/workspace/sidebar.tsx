import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { PageConversation, PageState } from '../contract.ts';
import type { Where } from './address.ts';
import { BrowseChannels } from './browse-channels.tsx';
import { Entry, Line } from './entry.tsx';
import { ThreadsIcon } from './icons.tsx';
import { NewDm } from './new-dm.tsx';

type SidebarProps = {
  state: PageState;
  channels: readonly PageConversation[];
  where: Where;
  go(to: Partial<Where>): void;
};

/** From so many conversations on there is a field to find one. */
const MANY = 25;

/** Everywhere this person looks: the app, threads, channels, direct messages; and the way to more of them. */
export function Sidebar({ state, channels, where, go }: SidebarProps) {
  const [asked, setAsked] = useState<'channels' | 'dm' | undefined>();
  const [wanted, setWanted] = useState('');
  const open = (id: string) => go({ in: id, tab: 'messages' });
  const groups = grouped(state.conversations, wanted);
  const entry = (conversation: PageConversation) => (
    <Entry
      key={conversation.id}
      conversation={conversation.kind === 'app' ? { ...conversation, name: state.app.name } : conversation}
      isOpen={conversation.id === where.in && where.tab !== 'threads'}
      open={() => open(conversation.id)}
    />
  );
  return (
    <>
      <nav class="sidebar" aria-label="Conversations">
        {state.conversations.length > MANY && <Find wanted={wanted} find={setWanted} />}
        {groups.app.length > 0 && <Section title="App">{groups.app.map(entry)}</Section>}
        <ul>
          <Line
            sign={<ThreadsIcon />}
            name="Threads"
            count={state.threads.unread}
            isOpen={where.tab === 'threads'}
            open={() => go({ tab: 'threads' })}
          />
        </ul>
        <Section title="Channels">
          {groups.channels.map(entry)}
          <Line sign="+" name="Browse channels" isOpen={false} isQuiet open={() => setAsked('channels')} />
        </Section>
        <Section title="Direct messages">
          {groups.direct.map(entry)}
          <Line sign="+" name="New message" isOpen={false} isQuiet open={() => setAsked('dm')} />
        </Section>
      </nav>
      {asked === 'channels' && <BrowseChannels channels={channels} open={open} close={() => setAsked(undefined)} />}
      {asked === 'dm' && <NewDm me={state.me.id} open={open} close={() => setAsked(undefined)} />}
    </>
  );
}

const Find = ({ wanted, find }: { wanted: string; find(words: string): void }) => (
  <input
    class="sidebar-find"
    type="search"
    placeholder="Find a conversation"
    aria-label="Find a conversation"
    value={wanted}
    onInput={(event) => find(event.currentTarget.value)}
  />
);

const Section = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <>
    <h2>{title}</h2>
    <ul>{children}</ul>
  </>
);

/** By kind; of those whose names contain what is wanted. */
function grouped(conversations: readonly PageConversation[], wanted: string) {
  const fits = ({ name, kind }: PageConversation) =>
    kind === 'app' || name.toLowerCase().includes(wanted.toLowerCase());
  const of = (...kinds: PageConversation['kind'][]) =>
    conversations.filter((conversation) => kinds.includes(conversation.kind) && fits(conversation));
  return { app: of('app'), channels: of('public', 'private'), direct: of('im', 'mpim') };
}
