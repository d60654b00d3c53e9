import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PageCommand, PageMessage, PageShortcut } from '../contract.ts';
import { Menu } from '../elements/menu.tsx';
import { useDoing } from './doing.ts';
import { fittingCommands, SlashList, UsageHint } from './slash-list.tsx';

type ComposerProps = {
  /** Of the conversation, `#general` or `Mantra`. */
  name: string;
  channel: string;
  commands: readonly PageCommand[];
  shortcuts: readonly PageShortcut[];
  answering: PageMessage | undefined;
  stopAnswering(): void;
  /** Why nothing can be written here. */
  closed: string | undefined;
};

/** Where one writes: Enter sends, Shift and Enter begins a line, `/` offers the app's commands. */
export function Composer(props: ComposerProps) {
  const { name, channel, commands, shortcuts, answering, stopAnswering, closed } = props;
  const { send } = useDoing();
  const [text, setText] = useState('');
  const [active, setActive] = useState<number | undefined>();
  const field = useRef<HTMLTextAreaElement>(null);
  const fits = fittingCommands(commands, text);
  useLayoutEffect(() => {
    if (answering) field.current?.focus();
  }, [answering]);

  const write = (words: string) => {
    setText(words);
    setActive(undefined);
  };
  const complete = (command: PageCommand | undefined) => {
    if (!command) return;
    write(`${command.command} `);
    field.current?.focus();
  };
  const post = () => {
    if (text.trim() === '') return;
    const thread = answering && { threadTs: answering.threadTs ?? answering.ts };
    write('');
    stopAnswering();
    void send({ what: 'types', text: text.trimEnd(), in: channel, ...thread });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    const choosing = fits.length > 0 && (active !== undefined || !fits.some(({ command }) => command === text));
    if (fits.length > 0 && (key === 'ArrowDown' || key === 'ArrowUp')) {
      const step = key === 'ArrowDown' ? 1 : -1;
      setActive(((active ?? (step === 1 ? -1 : 0)) + step + fits.length) % fits.length);
    } else if (fits.length > 0 && (key === 'Tab' || (key === 'Enter' && choosing))) complete(fits[active ?? 0]);
    else if (key === 'Escape') write(fits.length > 0 ? '' : text);
    else if (key === 'Enter' && !event.shiftKey && !event.isComposing) post();
    else return;
    event.preventDefault();
  };

  if (closed) return <p class="composer closed">{closed}</p>;
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        post();
      }}
    >
      {fits.length > 0 && <SlashList commands={fits} active={active} choose={complete} />}
      <UsageHint commands={commands} text={text} />
      {answering && (
        <p class="answering">
          In the thread of {answering.author}
          <button type="button" class="icon" aria-label="Leave the thread" onClick={stopAnswering}>
            ×
          </button>
        </p>
      )}
      <div class="composer-row">
        <Shortcuts shortcuts={shortcuts} />
        <textarea
          ref={field}
          rows={Math.min(text.split('\n').length, 8)}
          value={text}
          placeholder={`Message ${name}`}
          aria-label={`Message ${name}`}
          aria-controls={fits.length > 0 ? 'slash-list' : undefined}
          aria-activedescendant={active === undefined ? undefined : `slash-${active}`}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <button type="submit" class="button primary send" disabled={text.trim() === ''}>
          Send
        </button>
      </div>
    </form>
  );
}

function Shortcuts({ shortcuts }: { shortcuts: readonly PageShortcut[] }) {
  const { send } = useDoing();
  const items = shortcuts
    .filter(({ type }) => type === 'global')
    .map(({ name, callbackId }) => ({ text: name, choose: () => void send({ what: 'shortcut', callbackId }) }));
  return items.length > 0 ? <Menu label="Shortcuts" items={items} face="+" className="icon plus" /> : null;
}
