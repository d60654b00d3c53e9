import { useRef } from 'preact/hooks';
import type { PageShortcut } from '../contract.ts';
import { Menu } from '../elements/menu.tsx';
import { useDoing } from './doing.ts';

type MenuProps = { shortcuts: readonly PageShortcut[]; attach(files: FileList | null): void };

/** The plus: a file from this computer, and what the app can do from anywhere. */
export function ComposerMenu({ shortcuts, attach }: MenuProps) {
  const { send } = useDoing();
  const chooser = useRef<HTMLInputElement>(null);
  const items = [
    ...shortcuts
      .filter(({ type }) => type === 'global')
      .map(({ name, callbackId }) => ({ text: name, choose: () => void send({ what: 'shortcut', callbackId }) })),
    { text: 'Upload from your computer', choose: () => chooser.current?.click() },
  ];
  return (
    <>
      <Menu label="Shortcuts and files" items={items} face="+" className="icon plus" />
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        aria-label="Upload from your computer"
        onChange={({ currentTarget }) => {
          attach(currentTarget.files);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
