import { callFaults } from './calls.ts';
import { embeddedFaults } from './embedded.ts';
import type { ScriptedFault } from './fault.ts';
import { outageFaults } from './outages.ts';
import { serverFaults } from './server.ts';
import type { Settings } from './settings.ts';
import { socketFaults } from './sockets.ts';
import { statementFaults } from './statements.ts';
import { twoInstancesFaults } from './two-instances.ts';

/** Every scripted fault. */
export const faults: readonly ScriptedFault[] = [
  ...callFaults,
  ...outageFaults,
  ...socketFaults,
  ...statementFaults,
  ...serverFaults,
  ...embeddedFaults,
  ...twoInstancesFaults,
];

/** Those a run is asked for. */
export const chosen = ({ only, short }: Pick<Settings, 'only' | 'short'>): ScriptedFault[] =>
  faults.filter((fault) => (only === undefined || fault.name.includes(only)) && (!short || fault.short === true));
