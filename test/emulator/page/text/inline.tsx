import { slackDate } from './dates.ts';
import type { Inline as Piece } from './mrkdwn.ts';
import { useReading } from './reading.ts';

const STYLES = { bold: 'strong', italic: 'em', strike: 's' } as const;

/** A run of mrkdwn inside a line, as its reader sees it. */
export const Inline = ({ pieces }: { pieces: readonly Piece[] }) => pieces.map((piece) => <One piece={piece} />);

function One({ piece }: { piece: Piece }) {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'bold':
    case 'italic':
    case 'strike': {
      const Style = STYLES[piece.kind];
      return (
        <Style>
          <Inline pieces={piece.inside} />
        </Style>
      );
    }
    case 'code':
      return <code>{piece.text}</code>;
    case 'emoji':
      return <Emoji name={piece.name} sign={piece.sign} />;
    case 'link':
      return (
        <a href={piece.url} target="_blank" rel="noreferrer">
          <Inline pieces={piece.inside} />
        </a>
      );
    case 'user':
      return <UserMention id={piece.id} label={piece.label} />;
    case 'channel':
      return <ChannelMention id={piece.id} label={piece.label} />;
    case 'group':
      return <GroupMention id={piece.id} label={piece.label} />;
    case 'broadcast':
      return <span class="mention loud">@{piece.range}</span>;
    case 'date':
      return <DateMention {...piece} />;
  }
}

/** An emoji, by its name for those who can't see it. */
export const Emoji = ({ name, sign }: { name: string; sign: string }) => (
  <span role="img" aria-label={name.replaceAll('_', ' ')} title={`:${name}:`}>
    {sign}
  </span>
);

/** A person's name where Slack draws a mention; the reader's own stands out. */
export function UserMention({ id, label }: { id: string; label?: string | undefined }) {
  const { person, me } = useReading();
  return <span class={id === me ? 'mention me' : 'mention'}>@{person(id)?.name ?? label ?? id}</span>;
}

/** A channel by its name; a private one that the reader doesn't know stays nameless. */
export function ChannelMention({ id, label }: { id: string; label?: string | undefined }) {
  const { conversation } = useReading();
  return <span class="mention">#{conversation(id)?.name ?? label ?? 'private channel'}</span>;
}

/** A user group by its handle; by the words of the message where nobody knows it. */
export function GroupMention({ id, label }: { id: string; label?: string | undefined }) {
  const { group } = useReading();
  return <span class="mention">@{group(id)?.handle ?? label?.replace(/^@/, '') ?? id}</span>;
}

type DateProps = { seconds: number; format: string; url?: string | undefined; fallback: string };

/** A date in the reader's zone; the message's own words where the format can't be read. */
export function DateMention({ seconds, format, url, fallback }: DateProps) {
  const { reader } = useReading();
  const shown = slackDate(seconds, format, reader) ?? fallback;
  const time = (
    <time dateTime={new Date(seconds * 1000).toISOString()} title={fallback}>
      {shown}
    </time>
  );
  return url ? (
    <a href={url} target="_blank" rel="noreferrer">
      {time}
    </a>
  ) : (
    time
  );
}
