import { Attachment } from '../blocks/attachment.tsx';
import { Blocks } from '../blocks/block.tsx';
import { FileCard } from '../blocks/file-card.tsx';
import { PlaceProvider } from '../blocks/place.ts';
import type { PageMessage, PageShortcut } from '../contract.ts';
import { momentOf, timeOf } from '../text/dates.ts';
import { useReading } from '../text/reading.ts';
import { Mrkdwn } from '../text/text.tsx';
import { Avatar } from './avatar.tsx';
import { MessageTools } from './message-tools.tsx';
import { Reactions } from './reactions.tsx';
import { instantOf } from './standings.ts';
import { Status } from './status.tsx';
import { ThreadLine } from './thread-line.tsx';
import { usePlaceOf } from './use-place.ts';

type MessageProps = {
  message: PageMessage;
  follows: boolean;
  shortcuts: readonly PageShortcut[];
  /** Absent where the thread is what one looks at. */
  openThread?: ((ts: string) => void) | undefined;
};

/** One message: who, when, what, what others made of it, and what can be done with it. */
export function Message({ message, follows, shortcuts, openThread }: MessageProps) {
  const { english, person } = useReading();
  const { author, authorId, ts, fromApp, ephemeral } = message;
  const color = person(authorId)?.color ?? '7a6f66';
  const looks = ['message', follows && 'follows', ephemeral && 'ephemeral'].filter(Boolean);
  return (
    <article class={looks.join(' ')} aria-label={`${author}, ${timeOf(instantOf(ts), english)}`} data-ts={ts}>
      <div class="message-side">{!follows && <Avatar person={{ name: author, color }} app={fromApp} />}</div>
      <div class="message-body">
        {!follows && <Head message={message} />}
        {ephemeral && <p class="only-you">Only visible to you</p>}
        {openThread && message.broadcast && message.threadTs && (
          <button type="button" class="link answered" onClick={() => openThread(message.threadTs ?? ts)}>
            answered in a thread
          </button>
        )}
        <Said message={message} />
        {message.edited && <small class="edited">(edited)</small>}
        <Reactions message={message} />
        {openThread && <ThreadLine message={message} open={() => openThread(ts)} />}
      </div>
      {!ephemeral && (
        <MessageTools
          message={message}
          shortcuts={shortcuts}
          reply={openThread && (() => openThread(message.threadTs ?? ts))}
        />
      )}
    </article>
  );
}

/** Who wrote it, from where, and when. */
function Head({ message: { author, authorId, fromApp, organisation, ts } }: { message: PageMessage }) {
  const { english, person } = useReading();
  const at = instantOf(ts);
  const writer = person(authorId);
  return (
    <div class="message-head">
      <strong>{author}</strong>
      <Status person={writer} />
      {(fromApp || writer?.bot) && <span class="app-badge">APP</span>}
      {organisation && <span class="organisation">{organisation}</span>}
      <time dateTime={at.toISOString()} title={momentOf(at, english)}>
        {timeOf(at, english)}
      </time>
    </div>
  );
}

/** Its words, what hangs below them, and its files. */
function Said({ message }: { message: PageMessage }) {
  const { channel, ts, blocks, text, attachments, files, values } = message;
  const { place } = usePlaceOf({ surface: 'message', container: { kind: 'message', channel, ts }, values });
  return (
    <PlaceProvider value={place}>
      {blocks.length > 0 ? <Blocks blocks={blocks} /> : text && <Mrkdwn source={text} />}
      {attachments.map((attachment) => (
        <Attachment attachment={attachment} />
      ))}
      {files.length > 0 && (
        <ul class="files">
          {files.map((file) => (
            <li key={file.id}>
              <FileCard file={file} />
            </li>
          ))}
        </ul>
      )}
    </PlaceProvider>
  );
}
