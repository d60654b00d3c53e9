import { useEffect, useId, useState } from 'preact/hooks';
import type { PageCommand, PageShortcut } from '../contract.ts';
import { useReading } from '../text/reading.ts';
import { AttachedFiles, dropping, useAttached } from './attached-files.tsx';
import { ComposerMenu } from './composer-menu.tsx';
import { useDoing } from './doing.ts';
import { EmojiPicker } from './emoji-picker.tsx';
import { SmileIcon } from './icons.tsx';
import { isNearlyTooLong, isTooLong, MessageLength } from './message-length.tsx';
import { SuggestionList, UsageHint } from './suggestion-list.tsx';
import { useSuggesting } from './use-suggesting.ts';
import { useWriting } from './use-writing.ts';

type ComposerProps = {
  /** What the field is called, `Message #general`. */
  label: string;
  channel: string;
  commands: readonly PageCommand[];
  shortcuts: readonly PageShortcut[];
  /** Where an answer goes, and the name of the conversation that it can be sent to as well. */
  thread?: { ts: string; name: string } | undefined;
};

/** Where one writes: Enter sends, Shift and Enter begins a line, `/`, `@`, `#` and `:` offer what there is. */
export function Composer(props: ComposerProps) {
  const { label, commands, shortcuts, thread } = props;
  const id = useId();
  const { writing, attached, broadcast, sendable, post } = usePosting(props);
  const { field, text, caret, put } = writing;
  // Whoever opens a thread wants to answer.
  useEffect(() => {
    if (thread) field.current?.focus();
  }, [field, thread?.ts]);
  const { suggesting, active, choose, onKey } = useSuggesting(commands, { text, caret }, put);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || (event.shiftKey && event.key === 'Tab')) return;
    const isTaken = onKey(event.key);
    const sends = !isTaken && event.key === 'Enter' && !event.shiftKey;
    if (sends) post();
    if (isTaken || sends) event.preventDefault();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        post();
      }}
      {...dropping(attached)}
    >
      {suggesting && <SuggestionList id={id} suggesting={suggesting} active={active} choose={choose} />}
      <UsageHint commands={commands} text={text} />
      <AttachedFiles attached={attached} />
      <div class="composer-row">
        <ComposerMenu shortcuts={shortcuts} attach={attached.add} />
        <textarea
          ref={field}
          rows={Math.min(text.split('\n').length, 8)}
          value={text}
          placeholder={label}
          aria-label={label}
          aria-controls={suggesting ? `${id}-list` : undefined}
          aria-activedescendant={suggesting && active !== undefined ? `${id}-${active}` : undefined}
          aria-describedby={isNearlyTooLong(text) ? `${id}-length` : undefined}
          onInput={writing.onInput}
          onSelect={writing.onSelect}
          onKeyDown={onKeyDown}
        />
        <EmojiPicker
          label="Emoji"
          className="icon"
          face={<SmileIcon />}
          pick={(name) => writing.insert(`:${name}: `)}
        />
        <button type="submit" class="button primary send" disabled={!sendable}>
          Send
        </button>
      </div>
      <MessageLength id={`${id}-length`} text={text} />
      {thread && <AlsoSend to={thread.name} on={broadcast.on} set={broadcast.set} />}
    </form>
  );
}

const AlsoSend = ({ to, on, set }: { to: string; on: boolean; set(on: boolean): void }) => (
  <label class="broadcast">
    <input type="checkbox" checked={on} onChange={() => set(!on)} />
    Also send to {to}
  </label>
);

/** What is about to be sent from here, and how it is. */
function usePosting({ channel, thread }: ComposerProps) {
  const { send } = useDoing();
  const { me } = useReading();
  const writing = useWriting(`${me} ${channel} ${thread?.ts ?? ''}`);
  const attached = useAttached();
  const [on, set] = useState(false);
  const { text } = writing;
  const isEmpty = text.trim() === '' && attached.files.length === 0;
  const sendable = !isEmpty && !isTooLong(text) && !attached.busy;
  const post = () => {
    if (!sendable) return;
    writing.clear();
    set(false);
    const files = attached.take();
    void send({
      what: 'types',
      text: text.trimEnd(),
      in: channel,
      ...(thread && { threadTs: thread.ts }),
      ...(on && { broadcast: true }),
      ...(files.length > 0 && { files }),
    });
  };
  return { writing, attached, broadcast: { on, set }, sendable, post };
}
