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
export const chosen = ({ only, act, short }: Omit<Settings, 'beside'>): ScriptedFault[] =>
  faults
    .filter(({ name }) => only === undefined || name.includes(only))
    .filter((fault) => act === undefined || fault.act === act)
    .filter((fault) => !short || fault.short === true);
