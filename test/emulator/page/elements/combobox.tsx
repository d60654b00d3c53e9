import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Chips } from './chips.tsx';
import type { Item } from './chosen.ts';
import { Listbox } from './listbox.tsx';
import type { Naming } from './naming.ts';
import { Popover } from './popover.tsx';
import { useFound } from './use-found.ts';

type ComboboxProps = {
  naming: Naming;
  placeholder: string;
  chosen: readonly Item[];
  /** What fits the typed text; an empty text asks for all. */
  find(typed: string): Promise<Item[]>;
  choose(items: Item[]): void;
  /** Takes more than one: `most` of them at most. */
  several?: boolean;
  most?: number;
  clearable?: boolean;
  /** How much must be typed before there is anything to find. */
  leastTyped?: number;
  /** Real milliseconds to wait for the next key before asking. */
  patience?: number;
};

/** A field that chooses by typing: arrow keys walk through what fits, Enter takes it, Esc leaves it. */
export function Combobox(props: ComboboxProps) {
  const { naming, chosen, choose, most = Number.POSITIVE_INFINITY, clearable = false, leastTyped = 0 } = props;
  const id = useId();
  const field = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | undefined>();
  const [active, setActive] = useState(0);
  const open = typed !== undefined;
  const several = props.several ?? false;
  const full = several && chosen.length >= most;
  const { items, waiting, to } = useFound(props.find, typed, { leastTyped, patience: props.patience ?? 0 });

  // The list begins where the choice is.
  useEffect(() => {
    if (to === '' && !several)
      setActive(
        Math.max(
          items.findIndex(({ value }) => value === chosen[0]?.value),
          0,
        ),
      );
  }, [to]);

  const start = () => typed === undefined && setTyped('');
  const leave = () => {
    setTyped(undefined);
    setActive(0);
  };
  const take = (item: Item | undefined) => {
    if (!item) return;
    const others = chosen.filter(({ value }) => value !== item.value);
    if (!several) choose([item]);
    else if (others.length < chosen.length) choose(others);
    else if (!full) choose([...chosen, item]);
    leave();
  };
  /** Somebody who types fast presses Enter before the list is there: they mean what will be first in it. */
  const takeActive = (text: string) => {
    if (to === text) take(items[active]);
    else if (text.length >= leastTyped) void props.find(text).then(([first]) => take(first));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && several && !typed) choose(chosen.slice(0, -1));
    if (!open) return event.key === 'ArrowDown' && start();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setActive((active + step + items.length) % Math.max(items.length, 1));
    else if (event.key === 'Enter') takeActive(typed);
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const single = several ? '' : (chosen[0]?.text ?? '');
  return (
    <div class="combobox" ref={field}>
      {several && <Chips chosen={chosen} remove={(item) => choose(chosen.filter((each) => each !== item))} />}
      <input
        ref={input}
        role="combobox"
        class="input"
        autocomplete="off"
        spellcheck={false}
        aria-expanded={open}
        aria-controls={open ? `${id}-list` : undefined}
        aria-activedescendant={open && items[active] ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        placeholder={single || props.placeholder}
        value={typed || (open ? '' : single)}
        // What is typed takes the place of what is chosen.
        onFocus={(event) => event.currentTarget.select()}
        onClick={start}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={leave}
        {...naming}
      />
      {clearable && chosen.length > 0 && !several && (
        <button type="button" class="clear" aria-label="Clear" onClick={() => choose([])}>
          ×
        </button>
      )}
      {open && (
        <Popover anchor={field} closing="manual" onClose={leave} className="list">
          <Listbox
            id={id}
            items={items}
            active={active}
            chosen={chosen}
            take={take}
            note={noteFor({ typed, leastTyped, waiting, nothing: to === typed && items.length === 0, full })}
          />
        </Popover>
      )}
    </div>
  );
}

function noteFor({ typed, leastTyped, waiting, nothing, full }: NoteFacts): string | undefined {
  if (full) return 'No more than these can be chosen. Take one out first.';
  if (typed.length < leastTyped) return leastTyped === 1 ? 'Type to search' : `Type ${leastTyped} letters to search`;
  if (waiting) return 'Looking …';
  return nothing ? 'Nothing found' : undefined;
}

type NoteFacts = { typed: string; leastTyped: number; waiting: boolean; nothing: boolean; full: boolean };
