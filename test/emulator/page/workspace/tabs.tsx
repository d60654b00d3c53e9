import type { Where } from './address.ts';

const TABS = [
  ['home', 'Home'],
  ['messages', 'Messages'],
] as const;

/** The app's two faces. */
export function Tabs({ tab, choose }: { tab: Where['tab']; choose(tab: Where['tab']): void }) {
  const walk = ({ key, currentTarget }: KeyboardEvent) => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    const other = tab === 'home' ? 'messages' : 'home';
    choose(other);
    if (currentTarget instanceof HTMLElement) currentTarget.querySelector<HTMLElement>(`#tab-${other}`)?.focus();
  };
  return (
    <div role="tablist" class="tabs" aria-label="App" tabIndex={-1} onKeyDown={walk}>
      {TABS.map(([id, label]) => (
        <button
          type="button"
          role="tab"
          id={`tab-${id}`}
          aria-selected={tab === id}
          aria-controls={tab === id ? `panel-${id}` : undefined}
          tabIndex={tab === id ? 0 : -1}
          onClick={() => choose(id)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
