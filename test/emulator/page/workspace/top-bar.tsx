import type { PageState } from '../contract.ts';
import { dateOf, timeOf } from '../text/dates.ts';
import { useReading } from '../text/reading.ts';
import { ActAs } from './act-as.tsx';

type TopBarProps = {
  state: PageState;
  become(userId: string): void;
  inspecting: boolean;
  onInspector(): void;
  onConversations(): void;
};

/** Which workspace this is, who sits at the keyboard, and what time it is for them. */
export function TopBar({ state, become, inspecting, onInspector, onConversations }: TopBarProps) {
  const { english } = useReading();
  const now = new Date(state.clock.now);
  return (
    <header class="top-bar">
      <button type="button" class="icon only-phone" aria-label="Conversations" onClick={onConversations}>
        ☰
      </button>
      <h1>{state.team}</h1>
      <ActAs state={state} become={become} />
      <button type="button" class="clock-chip" aria-expanded={inspecting} onClick={onInspector}>
        <span class="unseen">Inspector. It is </span>
        <strong>{timeOf(now, english)}</strong> <span class="not-phone">{dateOf(now, english)}</span>
      </button>
    </header>
  );
}
