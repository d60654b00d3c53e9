import { Blocks } from '../blocks/block.tsx';
import { PlaceProvider } from '../blocks/place.ts';
import type { PageMessage, PageShortcut } from '../contract.ts';
import { Menu } from '../elements/menu.tsx';
import { momentOf, timeOf } from '../text/dates.ts';
import { useReading } from '../text/reading.ts';
import { Mrkdwn } from '../text/text.tsx';
import { Avatar } from './avatar.tsx';
import { useDoing } from './doing.ts';
import { instantOf } from './threads.ts';
import { usePlaceOf } from './use-place.ts';

type MessageProps = {
  message: PageMessage;
  /** Of its author, six hex digits. */
  color: string;
  /** Stands under another of the same author, without a face of its own. */
  follows: boolean;
  shortcuts: readonly PageShortcut[];
  answer(): void;
};

/** One message: who, when, what, and what can be done with it. */
export function Message({ message, color, follows, shortcuts, answer }: MessageProps) {
  const { english } = useReading();
  const { author, channel, ts, fromApp, ephemeral } = message;
  const at = instantOf(ts);
  const { place } = usePlaceOf({ surface: 'message', container: { kind: 'message', channel, ts } });
  const looks = [follows && 'follows', ephemeral && 'ephemeral', message.threadTs && 'in-thread'].filter(Boolean);
  return (
    <article class={`message ${looks.join(' ')}`} aria-label={`${author}, ${timeOf(at, english)}`}>
      <div class="message-side">{!follows && <Avatar person={{ name: author, color }} app={fromApp} />}</div>
      <div class="message-body">
        {!follows && (
          <div class="message-head">
            <strong>{author}</strong>
            {fromApp && <span class="app-badge">APP</span>}
            <time dateTime={at.toISOString()} title={momentOf(at, english)}>
              {timeOf(at, english)}
            </time>
          </div>
        )}
        {ephemeral && <p class="only-you">Only visible to you</p>}
        <PlaceProvider value={place}>
          {message.blocks.length > 0 ? <Blocks blocks={message.blocks} /> : <Mrkdwn source={message.text} />}
        </PlaceProvider>
        {message.edited && <small class="edited">(edited)</small>}
      </div>
      {!ephemeral && <MessageMenu message={message} shortcuts={shortcuts} answer={answer} />}
    </article>
  );
}

function MessageMenu({ message: { channel, ts }, shortcuts, answer }: Omit<MessageProps, 'color' | 'follows'>) {
  const { send } = useDoing();
  const items = [
    { text: 'Reply in thread', choose: answer },
    ...shortcuts.map(({ name, callbackId }) => ({
      text: name,
      choose: () => void send({ what: 'messageShortcut', callbackId, channel, ts }),
    })),
  ];
  return (
    <div class="message-menu">
      <Menu label="More with this message" items={items} face="⋯" className="icon" />
    </div>
  );
}
