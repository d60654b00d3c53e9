import type { PageState } from '../contract.ts';
import { ClockPanel } from './clock-panel.tsx';
import { LogPanel } from './log-panel.tsx';

/** What goes on behind the scenes: the time, and everything that passes between Slack and the app. */
export const Inspector = ({ state }: { state: PageState }) => (
  <aside class="inspector" aria-label="Inspector">
    <ClockPanel clock={state.clock} me={state.me} />
    <LogPanel app={state.app.name} seen={state} />
  </aside>
);
