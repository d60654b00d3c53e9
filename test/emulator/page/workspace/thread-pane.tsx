import { useEffect } from 'preact/hooks';
import type { PageState } from '../contract.ts';
import { Closed } from './closed.tsx';
import { Composer } from './composer.tsx';
import { useDoing } from './doing.ts';
import { Message } from './message.tsx';
import { useFollowing } from './message-list.tsx';
import { nameOf } from './naming.ts';
import { standings } from './standings.ts';
import { useFocusBack } from './use-focus-back.ts';

type PaneProps = { state: PageState; ts: string; leave(): void };

/** A thread beside its conversation: the first message, the answers, and where one answers. */
export function ThreadPane({ state, ts, leave }: PaneProps) {
  const conversation = state.conversations.find(({ id }) => id === state.open.id);
  const name = nameOf(conversation, state.app.name);
  useFocusBack();
  const { thread } = state;
  const isHere = thread?.ts === ts && thread.messages.length > 0;
  const canWrite = conversation?.member && !conversation.archived;
  return (
    <aside class="thread" aria-label="Thread" onKeyDown={(event) => isForThread(event) && leave()}>
      <div class="thread-head">
        <h2>Thread</h2>
        <p>{name}</p>
        <button type="button" class="icon" aria-label="Close the thread" title="Close the thread" onClick={leave}>
          ×
        </button>
      </div>
      {isHere ? <Answers state={state} thread={thread} /> : <NotHere isComing={thread?.ts !== ts} />}
      {conversation && !canWrite ? (
        <Closed conversation={conversation} />
      ) : (
        <Composer label="Reply …" channel={state.open.id} commands={[]} shortcuts={[]} thread={{ ts, name }} />
      )}
    </aside>
  );
}

/** Esc first closes what is open within the thread. */
const isForThread = ({ key, defaultPrevented, target }: KeyboardEvent) =>
  key === 'Escape' && !defaultPrevented && !(target instanceof Element && target.closest('[popover]'));

const NotHere = ({ isComing }: { isComing: boolean }) => (
  <p class="empty" role="status">
    {isComing ? 'Opening the thread …' : 'This thread isn’t here.'}
  </p>
);

type Answered = { state: PageState; thread: NonNullable<PageState['thread']> };

function Answers({ state: { me, shortcuts, open }, thread: { ts, messages } }: Answered) {
  const { send } = useDoing();
  const { scroller, onScroll } = useFollowing(messages);
  const newest = messages.at(-1)?.ts;
  // What is looked at is read.
  useEffect(() => {
    if (newest !== ts) void send({ what: 'readsThread', channel: open.id, ts });
  }, [send, newest, ts, open.id]);
  const ofMessages = shortcuts.filter(({ type }) => type === 'message');
  const [parent, ...answers] = standings(messages, { zone: 'UTC', me: me.id, readUpTo: '0' });
  return (
    <div class="scroller" ref={scroller} onScroll={onScroll}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div class="messages" role="log" aria-label="Messages in this thread" tabIndex={0}>
        {parent && <Message message={parent.message} follows={false} shortcuts={ofMessages} />}
        {answers.length > 0 && (
          <div class="divider answers">
            <h3>{answers.length === 1 ? '1 reply' : `${answers.length} replies`}</h3>
          </div>
        )}
        {answers.map(({ message, follows }, at) => (
          <Message
            key={`${message.ts} ${message.ephemeral}`}
            message={message}
            follows={follows && at > 0}
            shortcuts={ofMessages}
          />
        ))}
      </div>
    </div>
  );
}
