import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PageMessage, PageState } from '../contract.ts';
import { dayOf } from '../text/dates.ts';
import { useReading } from '../text/reading.ts';
import { Message } from './message.tsx';
import { instantOf, type Standing, standings } from './standings.ts';

type ListProps = {
  state: PageState;
  title: string;
  openThread(ts: string): void;
  showEarlier(): void;
  isPanel: boolean;
};

/** Close enough to the end to be carried along when something new comes (pixels). */
const NEAR_END = 120;

/** A conversation, day by day, from a line on with what is new. Answers stand in their threads. */
export function MessageList({ state: { open, shortcuts, me }, title, openThread, showEarlier, isPanel }: ListProps) {
  const { english } = useReading();
  // What was new when somebody came stays marked while they are here.
  const [readUpTo] = useState(open.readUpTo);
  const { scroller, onScroll } = useFollowing(open.messages);
  useLinked(scroller);
  const panel = isPanel ? { role: 'tabpanel' as const, id: 'panel-messages', 'aria-labelledby': 'tab-messages' } : {};
  const ofMessages = shortcuts.filter(({ type }) => type === 'message');
  return (
    <div class="scroller" ref={scroller} onScroll={onScroll} {...panel}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div class="messages" role="log" aria-label={`Messages in ${title}`} tabIndex={0}>
        {open.earlier > 0 && (
          <button type="button" class="button earlier" onClick={showEarlier}>
            {open.earlier} earlier messages
          </button>
        )}
        {open.messages.length === 0 && <p class="empty">Nothing here yet. Say the first word.</p>}
        {standings(open.messages, { zone: english.zone, readUpTo, me: me.id }).map((standing) => (
          <>
            <Divider standing={standing} />
            <Message
              key={`${standing.message.ts} ${standing.message.ephemeral}`}
              message={standing.message}
              follows={standing.follows}
              shortcuts={ofMessages}
              openThread={openThread}
            />
          </>
        ))}
      </div>
    </div>
  );
}

/** The line before a new day, and before what is new. */
function Divider({ standing: { message, newDay, firstNew } }: { standing: Standing }) {
  const { english } = useReading();
  const day = newDay && dayOf(instantOf(message.ts), english);
  if (!day && !firstNew) return null;
  return (
    <div class={firstNew ? 'divider new' : 'divider'}>
      {day ? <h3>{day}</h3> : <span />}
      {firstNew && <strong>New</strong>}
    </div>
  );
}

/** A link to one message brings that one into sight. */
function useLinked(scroller: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const ts = location.hash.slice(1);
    scroller.current?.querySelector(`[data-ts="${CSS.escape(ts)}"]`)?.scrollIntoView({ block: 'center' });
  }, [scroller]);
}

/** Keeps the end in sight for whoever is there already. */
export function useFollowing(messages: readonly PageMessage[]) {
  const scroller = useRef<HTMLDivElement>(null);
  const nearEnd = useRef(true);
  const newest = messages.at(-1);
  // A new or changed last message moves the end. Later than this, a scroll of the browser's own could come first.
  useLayoutEffect(() => {
    if (nearEnd.current) scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, [messages.length, newest?.ts, newest?.blocks.length, newest?.reactions.length, newest?.replies]);
  const onScroll = ({ currentTarget }: { currentTarget: HTMLElement }) => {
    const { scrollHeight, scrollTop, clientHeight } = currentTarget;
    nearEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
  };
  return { scroller, onScroll };
}
