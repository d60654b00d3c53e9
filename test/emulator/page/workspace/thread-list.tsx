import type { PageConversation, PageThreadEntry } from '../contract.ts';
import type { Where } from './address.ts';
import { Message } from './message.tsx';
import { nameOf } from './naming.ts';

type ListProps = {
  threads: readonly PageThreadEntry[];
  conversations: readonly PageConversation[];
  app: string;
  go(to: Partial<Where>): void;
};

/** The threads somebody is in, the one with the newest answer first. */
export const ThreadList = ({ threads, conversations, app, go }: ListProps) => (
  <main class="main" tabIndex={-1}>
    <div class="main-head">
      <h2>Threads</h2>
    </div>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
    <section class="scroller thread-list" aria-label="Your threads" tabIndex={0}>
      {threads.length === 0 && (
        <p class="empty">Threads that you begin, answer, or are named in stand here, the newest answer first.</p>
      )}
      {threads.map((thread) => (
        <Entry
          key={thread.channel + thread.parent.ts}
          thread={thread}
          name={nameOf(
            conversations.find(({ id }) => id === thread.channel),
            app,
          )}
          open={() => go({ in: thread.channel, thread: thread.parent.ts, tab: 'messages' })}
        />
      ))}
    </section>
  </main>
);

type EntryProps = { thread: PageThreadEntry; name: string; open(): void };

function Entry({ thread: { parent, newest, unread }, name, open }: EntryProps) {
  const left = parent.replies - newest.length;
  return (
    <section class="thread-entry" aria-label={`Thread of ${parent.author} in ${name}`}>
      <h3>
        {name} {unread > 0 && <span class="badge">{unread} new</span>}
      </h3>
      <Message message={parent} follows={false} shortcuts={[]} />
      {left > 0 && <p class="left-out">{left === 1 ? '1 more reply' : `${left} more replies`}</p>}
      {newest.map((message) => (
        <Message key={message.ts} message={message} follows={false} shortcuts={[]} />
      ))}
      <button type="button" class="button" onClick={open}>
        Open thread
      </button>
    </section>
  );
}
