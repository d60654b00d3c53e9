import { useId, useRef, useState } from 'preact/hooks';
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
  /** At most so many can be chosen; 1 unless said. */
  most?: number;
  clearable?: boolean;
  /** How much must be typed before there is anything to find. */
  leastTyped?: number;
  /** Real milliseconds to wait for the next key before asking. */
  patience?: number;
};

/** A field that chooses by typing: arrow keys walk through what fits, Enter takes it, Esc leaves it. */
export function Combobox(props: ComboboxProps) {
  const { naming, chosen, choose, most = 1, clearable = false, leastTyped = 0 } = props;
  const id = useId();
  const field = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | undefined>();
  const [active, setActive] = useState(0);
  const open = typed !== undefined;
  const several = most > 1;
  const { items, waiting } = useFound(props.find, typed, { leastTyped, patience: props.patience ?? 0 });

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
    else if (chosen.length < most) choose([...chosen, item]);
    leave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && several && !typed) choose(chosen.slice(0, -1));
    if (!open) return event.key === 'ArrowDown' && start();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setActive((active + step + items.length) % Math.max(items.length, 1));
    else if (event.key === 'Enter') take(items[active]);
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
            note={noteFor({ typed, leastTyped, waiting, found: items.length })}
          />
        </Popover>
      )}
    </div>
  );
}

function noteFor({ typed = '', leastTyped, waiting, found }: NoteFacts): string | undefined {
  if (typed.length < leastTyped) return leastTyped === 1 ? 'Type to search' : `Type ${leastTyped} letters to search`;
  if (waiting) return 'Looking …';
  return found === 0 ? 'Nothing found' : undefined;
}

type NoteFacts = { typed: string | undefined; leastTyped: number; waiting: boolean; found: number };
