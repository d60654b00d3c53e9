import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Opener } from './opener.tsx';

type MenuItem = {
  text: ComponentChildren;
  note?: ComponentChildren;
  href?: string | undefined;
  choose(): void;
};

type MenuProps = { label: string; items: readonly MenuItem[]; face: ComponentChildren; className?: string };

/** A button that opens a short list of things to do, walked with the arrow keys. */
export const Menu = ({ label, items, face, className = 'button' }: MenuProps) => (
  <Opener label={label} face={face} className={className} opens="menu">
    {(close) => <Items label={label} items={items} close={close} />}
  </Opener>
);

function Items({ label, items, close }: { label: string; items: readonly MenuItem[]; close: () => void }) {
  const list = useRef<HTMLDivElement>(null);
  const buttons = () => [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  useEffect(() => buttons()[0]?.focus(), []);
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all = buttons();
    const at = all.findIndex((button) => button.matches(':focus'));
    all[(at + step + all.length) % all.length]?.focus();
  };
  return (
    <div ref={list} role="menu" aria-label={label} tabIndex={-1} onKeyDown={walk}>
      {items.map(({ text, note, href, choose }) => {
        const Item = href ? 'a' : 'button';
        return (
          <Item
            role="menuitem"
            {...(href ? { href, target: '_blank', rel: 'noreferrer' } : { type: 'button' })}
            onClick={() => {
              close();
              choose();
            }}
          >
            <span>{text}</span>
            {note && <small>{note}</small>}
          </Item>
        );
      })}
    </div>
  );
}
