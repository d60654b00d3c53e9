import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PageMessage, PageState } from '../contract.ts';
import { dayKey, dayOf } from '../text/dates.ts';
import { useReading } from '../text/reading.ts';
import { Message } from './message.tsx';
import { instantOf, inThreads } from './threads.ts';

type ListProps = {
  state: PageState;
  title: string;
  answer(message: PageMessage): void;
  showEarlier(): void;
  isPanel: boolean;
};

/** Close enough to the end to be carried along when something new comes (pixels). */
const NEAR_END = 120;
/** Messages of one person within this time stand together without a face. */
const TOGETHER_MS = 5 * 60_000;

/** A conversation, day by day, answers under what they answer. */
export function MessageList({ state: { open, shortcuts, people }, title, answer, showEarlier, isPanel }: ListProps) {
  const { english } = useReading();
  const scroller = useRef<HTMLDivElement>(null);
  const nearEnd = useRef(true);
  const newest = open.messages.at(-1);
  // A new or changed last message moves the end. Later than this, a scroll of the browser's own could come first.
  useLayoutEffect(() => {
    if (nearEnd.current) scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, [open.messages.length, newest?.ts, newest?.blocks.length]);

  const messages = inThreads(open.messages);
  const panel = isPanel ? { role: 'tabpanel' as const, id: 'panel-messages', 'aria-labelledby': 'tab-messages' } : {};
  return (
    <div
      class="scroller"
      ref={scroller}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        nearEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
      }}
      {...panel}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div class="messages" role="log" aria-label={`Messages in ${title}`} tabIndex={0}>
        {open.earlier > 0 && (
          <button type="button" class="button earlier" onClick={showEarlier}>
            {open.earlier} earlier messages
          </button>
        )}
        {messages.length === 0 && <p class="empty">Nothing here yet. Say the first word.</p>}
        {messages.map((message, at) => {
          const before = messages[at - 1];
          const newDay = !before || dayOfMessage(before, english.zone) !== dayOfMessage(message, english.zone);
          return (
            <>
              {newDay && !message.threadTs && (
                <h3 class="day">
                  <span>{dayOf(instantOf(message.ts), english)}</span>
                </h3>
              )}
              <Message
                key={`${message.ts} ${message.ephemeral}`}
                message={message}
                color={people.find(({ id }) => id === message.authorId)?.color ?? '7a6f66'}
                follows={!newDay && follows(message, before)}
                shortcuts={shortcuts.filter(({ type }) => type === 'message')}
                answer={() => answer(message)}
              />
            </>
          );
        })}
      </div>
    </div>
  );
}

const dayOfMessage = ({ ts }: PageMessage, zone: string) => dayKey(instantOf(ts), zone);

const follows = (message: PageMessage, before: PageMessage | undefined) =>
  before !== undefined &&
  before.authorId === message.authorId &&
  before.threadTs === message.threadTs &&
  !before.ephemeral &&
  !message.ephemeral &&
  instantOf(message.ts).getTime() - instantOf(before.ts).getTime() < TOGETHER_MS;
