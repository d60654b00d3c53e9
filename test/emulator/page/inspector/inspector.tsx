import type { PageState } from '../contract.ts';
import { ClockPanel } from './clock-panel.tsx';
import { FaultPanel } from './fault-panel.tsx';
import { LogPanel } from './log-panel.tsx';

/** What goes on behind the scenes: the time, what goes wrong on purpose, and everything that passes. */
export const Inspector = ({ state, looked }: { state: PageState; looked: number }) => (
  <aside class="inspector" aria-label="Inspector">
    <ClockPanel clock={state.clock} me={state.me} />
    <FaultPanel faults={state.faults} />
    <LogPanel app={state.app.name} looked={looked} />
  </aside>
);
