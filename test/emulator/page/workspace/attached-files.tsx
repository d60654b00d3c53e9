import { useState } from 'preact/hooks';
import { useDoing } from './doing.ts';
import { ClipIcon } from './icons.tsx';

type AttachedFile = { id: string; name: string };

/** The files that go with a message. */
export type Attached = {
  files: readonly AttachedFile[];
  /** Some are still on their way to Slack. */
  busy: boolean;
  add(files: FileList | null | undefined): void;
  remove(id: string): void;
  /** Their ids; from then on there are none. */
  take(): string[];
};

/** Files are handed to Slack as soon as they are chosen, as Slack's own composer does it. */
export function useAttached(): Attached {
  const { attach } = useDoing();
  const [files, setFiles] = useState<readonly AttachedFile[]>([]);
  const [waiting, setWaiting] = useState(0);
  const add = async (chosen: FileList | null | undefined) => {
    const list = [...(chosen ?? [])];
    setWaiting((count) => count + list.length);
    for (const file of list) {
      const taken = await attach(file);
      setWaiting((count) => count - 1);
      if (taken) setFiles((known) => [...known, taken]);
    }
  };
  return {
    files,
    busy: waiting > 0,
    add: (chosen) => void add(chosen),
    remove: (id) => setFiles((known) => known.filter((file) => file.id !== id)),
    take() {
      setFiles([]);
      return files.map(({ id }) => id);
    },
  };
}

/** What takes files that are dragged onto it. */
export const dropping = ({ add }: Attached) => ({
  onDragOver: (event: DragEvent) => event.preventDefault(),
  onDrop(event: DragEvent) {
    event.preventDefault();
    add(event.dataTransfer?.files);
  },
});

/** What goes with the message, each to be taken off again. */
export const AttachedFiles = ({ attached: { files, busy, remove } }: { attached: Attached }) =>
  files.length === 0 && !busy ? null : (
    <ul class="attached" aria-label="Files with this message">
      {files.map(({ id, name }) => (
        <li key={id}>
          <ClipIcon />
          <span>{name}</span>
          <button type="button" class="icon" aria-label={`Take off ${name}`} onClick={() => remove(id)}>
            ×
          </button>
        </li>
      ))}
      {busy && <li role="status">Uploading …</li>}
    </ul>
  );
