import type { ComponentChildren } from 'preact';
import type { PageConversation } from '../contract.ts';
import { useReading } from '../text/reading.ts';
import { Avatar } from './avatar.tsx';
import { LockIcon, SharedIcon } from './icons.tsx';
import { Status } from './status.tsx';

type EntryProps = { conversation: PageConversation; isOpen: boolean; open(): void };

/** A conversation in the sidebar: bold with something new, a number with something for this person. */
export function Entry({ conversation, isOpen, open }: EntryProps) {
  const { person } = useReading();
  const { name, unread, mentions, archived, external, kind, others } = conversation;
  return (
    <Line
      sign={<Sign conversation={conversation} />}
      name={name}
      isNew={unread > 0}
      count={mentions}
      unread={unread}
      isOpen={isOpen}
      isQuiet={archived}
      open={open}
    >
      {kind === 'im' && <Status person={person(others[0] ?? '')} />}
      {kind === 'private' && <span class="unseen"> private</span>}
      {external && <Mark words="shared with another organisation">{<SharedIcon />}</Mark>}
      {archived && <small>archived</small>}
    </Line>
  );
}

const Mark = ({ words, children }: { words: string; children: ComponentChildren }) => (
  <span class="mark" title={words}>
    {children}
    <span class="unseen"> {words}</span>
  </span>
);

type LineProps = {
  sign: ComponentChildren;
  name: string;
  isOpen: boolean;
  open(): void;
  isNew?: boolean;
  /** A number beside the name; none for 0. */
  count?: number;
  /** What those who can't see the bold name hear. */
  unread?: number;
  isQuiet?: boolean;
  children?: ComponentChildren;
};

/** One line of the sidebar. */
export const Line = (props: LineProps) => {
  const { sign, name, isOpen, open, count = 0, unread = count, isNew = count > 0, isQuiet = false, children } = props;
  return (
    <li>
      <button
        type="button"
        class={`entry ${isNew ? 'unread' : ''} ${isQuiet ? 'quiet' : ''}`}
        aria-current={isOpen ? 'page' : undefined}
        onClick={open}
      >
        <span class="sign" aria-hidden="true">
          {sign}
        </span>
        <span class="entry-name">{name}</span>
        {children}
        {unread > 0 && <span class="unseen"> {unread} unread</span>}
        {count > 0 && (
          <span class="badge" aria-hidden="true">
            {count}
          </span>
        )}
      </button>
    </li>
  );
};

function Sign({ conversation: { kind, others } }: { conversation: PageConversation }) {
  const { person } = useReading();
  if (kind === 'app') return <Avatar person={{ name: '', color: '' }} app />;
  if (kind === 'private') return <LockIcon />;
  if (kind === 'mpim') return <span class="several">{others.length}</span>;
  const other = kind === 'im' ? person(others[0] ?? '') : undefined;
  return other ? <Avatar person={other} /> : '#';
}
