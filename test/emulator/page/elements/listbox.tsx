import { useEffect, useRef } from 'preact/hooks';
import { Avatar } from '../workspace/avatar.tsx';
import type { Item } from './chosen.ts';

type ListboxProps = {
  id: string;
  items: readonly Item[];
  /** Which one the arrow keys stand on. */
  active: number;
  chosen: readonly Item[];
  take(item: Item): void;
  note?: string | undefined;
};

/** What fits, in groups where the options have them. Focus stays in the field. */
export function Listbox({ id, items, active, chosen, take, note }: ListboxProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`#${CSS.escape(`${id}-${active}`)}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  return (
    <>
      {note && (
        <p class="note" role="status">
          {note}
        </p>
      )}
      <div role="listbox" id={`${id}-list`} aria-label="Choices" ref={list}>
        {items.map((item, at) => (
          <>
            {item.group !== items[at - 1]?.group && item.group && (
              <div role="presentation" class="group">
                {item.group}
              </div>
            )}
            <div
              role="option"
              id={`${id}-${at}`}
              tabIndex={-1}
              class={at === active ? 'active' : ''}
              aria-selected={chosen.some(({ value }) => value === item.value)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(item)}
              onKeyDown={(event) => event.key === 'Enter' && take(item)}
            >
              {item.face && <Avatar person={item.face} app={item.face.app} />}
              <span class="choice">
                <span>{item.text}</span>
                {item.description && <small>{item.description}</small>}
              </span>
            </div>
          </>
        ))}
      </div>
    </>
  );
}
