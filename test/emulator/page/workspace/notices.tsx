import { useEffect, useState } from 'preact/hooks';

/** What Slack itself has said since each person sat down here, and hasn't been closed. */
export function useNotices(me: string, notices: readonly string[] | undefined) {
  const [seen, setSeen] = useState<Readonly<Record<string, number>>>({});
  const count = notices?.length ?? 0;
  useEffect(() => {
    // After a reload Slack has forgotten what it said.
    if (notices && (seen[me] ?? count + 1) > count) setSeen({ ...seen, [me]: count });
  }, [me, notices, count, seen]);
  return { shown: notices?.slice(seen[me] ?? count) ?? [], close: () => setSeen({ ...seen, [me]: count }) };
}

type NoticesProps = {
  /** What Slack has to say. */
  shown: readonly string[];
  close(): void;
  /** What went wrong on this page. */
  trouble: string | undefined;
  forgetTrouble(): void;
};

/** Toasts, until they are closed. */
export const Notices = ({ shown, close, trouble, forgetTrouble }: NoticesProps) => (
  <div class="notices" role="status" aria-label="Notices">
    {shown.map((text, at) => (
      <Notice text={text} close={at === shown.length - 1 ? close : undefined} />
    ))}
    {trouble && <Notice text={trouble} close={forgetTrouble} />}
  </div>
);

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
