import type { PageState } from '../contract.ts';
import { dateOf, timeOf } from '../text/dates.ts';
import { useReading } from '../text/reading.ts';
import { say as tourWords } from '../tour/texts.ts';
import { ActAs } from './act-as.tsx';

type TopBarProps = {
  state: PageState;
  become(userId: string): void;
  inspecting: boolean;
  toggleInspector(): void;
  /** On a phone the conversations lie over the page while one is being chosen. */
  choosing: boolean;
  toggleConversations(): void;
  /** Begins the guided tour anew, where there is one. */
  startTour: (() => void) | undefined;
};

/** Which workspace this is, who sits at the keyboard, and what time it is for them. */
export function TopBar(props: TopBarProps) {
  const { state, become, inspecting, toggleInspector, choosing, toggleConversations, startTour } = props;
  const { english, reader } = useReading();
  const now = new Date(state.clock.now);
  return (
    <header class="top-bar">
      <button
        type="button"
        class="icon only-phone"
        aria-label="Conversations"
        aria-expanded={choosing}
        onClick={toggleConversations}
      >
        ☰
      </button>
      <h1>{state.team}</h1>
      <ActAs me={state.me} become={become} />
      {startTour && (
        <button type="button" class="start-tour" onClick={startTour}>
          {tourWords(reader.locale).tour}
        </button>
      )}
      <button type="button" class="clock-chip" aria-expanded={inspecting} onClick={toggleInspector}>
        <span class="unseen">Inspector. It is </span>
        <strong>{timeOf(now, english)}</strong> <span class="not-phone">{dateOf(now, english)}</span>
      </button>
    </header>
  );
}
