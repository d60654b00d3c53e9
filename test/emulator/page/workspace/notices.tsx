import { useState } from 'preact/hooks';

type NoticesProps = { notices: readonly string[]; trouble: string | undefined };

/** What Slack itself has to say since this person sat down, until it is closed; and what went wrong on this page. */
export function Notices({ notices, trouble }: NoticesProps) {
  const [seen, setSeen] = useState(notices.length);
  const [closed, setClosed] = useState<string | undefined>();
  const shown = notices.slice(seen);
  return (
    <div class="notices" role="status" aria-label="Notices">
      {shown.map((text, at) => (
        <Notice text={text} close={at === shown.length - 1 ? () => setSeen(notices.length) : undefined} />
      ))}
      {trouble && trouble !== closed && <Notice text={trouble} close={() => setClosed(trouble)} />}
    </div>
  );
}

const Notice = ({ text, close }: { text: string; close: (() => void) | undefined }) => (
  <div class="notice">
    <p>{text}</p>
    {close && (
      <button type="button" class="icon" aria-label="Close this notice" onClick={close}>
        ×
      </button>
    )}
  </div>
);

/** Nobody answers any more. */
export const Lost = () => (
  <p class="lost" role="alert">
    The emulator has stopped. Start it again, and this page goes on where it was.
  </p>
);
