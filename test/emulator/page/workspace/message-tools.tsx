import type { PageMessage, PageShortcut } from '../contract.ts';
import { Menu } from '../elements/menu.tsx';
import { useDoing } from './doing.ts';
import { EmojiPicker } from './emoji-picker.tsx';
import { ReplyIcon, SmileIcon } from './icons.tsx';

type ToolsProps = {
  message: PageMessage;
  shortcuts: readonly PageShortcut[];
  /** Absent where one already stands in the thread. */
  reply: (() => void) | undefined;
};

/** What can be done with a message; seen when one points at it or comes by with the Tab key. */
export function MessageTools({ message: { channel, ts, threadTs }, shortcuts, reply }: ToolsProps) {
  const { send } = useDoing();
  const copyLink = () => {
    const at = new URL(location.href);
    at.searchParams.set('in', channel);
    if (threadTs) at.searchParams.set('thread', threadTs);
    at.hash = ts;
    void navigator.clipboard.writeText(at.href);
  };
  const items = [
    ...(reply ? [{ text: 'Reply in thread', choose: reply }] : []),
    ...shortcuts.map(({ name, callbackId }) => ({
      text: name,
      choose: () => void send({ what: 'messageShortcut', callbackId, channel, ts }),
    })),
    { text: 'Copy link', choose: copyLink },
  ];
  return (
    <div class="message-tools">
      <EmojiPicker
        label="Add a reaction"
        className="icon"
        face={<SmileIcon />}
        pick={(name) => void send({ what: 'reacts', name, channel, ts })}
      />
      {reply && (
        <button type="button" class="icon" aria-label="Reply in thread" title="Reply in thread" onClick={reply}>
          <ReplyIcon />
        </button>
      )}
      <Menu label="More with this message" items={items} face="⋯" className="icon" />
    </div>
  );
}
