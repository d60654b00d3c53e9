import type { FaultyCall } from './faults.ts';
import type { Fault, Json, JsonObject } from './types.ts';

/** Whether a fault is meant for this call. */
export const isStruck = (call: FaultyCall, { method, channel, unknownBlock, odds }: Fault): boolean =>
  (method === '*' || method === call.name) &&
  (channel === undefined || call.isAbout(channel)) &&
  (unknownBlock === undefined || whereIs(call.args, unknownBlock) !== undefined) &&
  (odds === undefined || Math.random() < odds);

/** How a workspace refuses a block that it hasn't got yet: the whole message, or the whole view. */
export function refusalOf(args: JsonObject, type: string): { error: string; mistake: string } {
  const pointer = whereIs(args, type) ?? '';
  const error = pointer.startsWith('/view') ? 'invalid_arguments' : 'invalid_blocks';
  return { error, mistake: `unsupported type: ${type} [json-pointer:${pointer}/type]` };
}

/** The arguments in which Slack looks for blocks. */
const WITH_BLOCKS = ['blocks', 'attachments', 'view'];

/** The JSON pointer of the first block of a type in a payload, in whatever it is nested. */
function whereIs(args: JsonObject, type: string): string | undefined {
  for (const name of WITH_BLOCKS) {
    const found = typed(parsed(args[name]), type, `/${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

function typed(json: Json | undefined, type: string, pointer: string): string | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  if (!Array.isArray(json) && json.type === type) return pointer;
  for (const [key, value] of Object.entries(json)) {
    const found = typed(value, type, `${pointer}/${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Forms carry JSON as text; what isn't JSON has no blocks, and is refused elsewhere. */
function parsed(value: Json | undefined): Json | undefined {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
