import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Opener } from '../elements/opener.tsx';
import { emojiOf } from '../text/emoji.ts';
import { fittingEmoji } from './fitting-emoji.ts';

type PickerProps = { label: string; face: ComponentChildren; className: string; pick(name: string): void };

/** More than this nobody looks through; typing narrows it down. */
const SHOWN = 66;

/** A button that opens all emoji this page knows; a click or Enter takes one. */
export const EmojiPicker = ({ label, face, className, pick }: PickerProps) => (
  <Opener label={label} face={face} className={className} opens="dialog" panelClass="emoji-picker">
    {(close) => (
      <Choices
        label={label}
        take={(name) => {
          close();
          pick(name);
        }}
      />
    )}
  </Opener>
);

function Choices({ label, take }: { label: string; take(name: string): void }) {
  const [typed, setTyped] = useState('');
  const found = fittingEmoji(typed, SHOWN);
  return (
    <div role="dialog" aria-label={label}>
      <input
        class="input"
        type="search"
        placeholder="Search an emoji"
        aria-label="Search an emoji"
        value={typed}
        ref={(field) => field?.focus()}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key === 'Enter' && first) take(first);
        }}
      />
      <div class="emoji-choices">
        {found.map((name) => (
          <button
            key={name}
            type="button"
            class="icon"
            aria-label={`:${name}:`}
            title={`:${name}:`}
            onClick={() => take(name)}
          >
            {emojiOf(name)}
          </button>
        ))}
      </div>
      {found.length === 0 && <p class="note">Nothing found</p>}
    </div>
  );
}
