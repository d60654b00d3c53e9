import { pino } from 'pino';

/** Ids, counts and outcomes. Nothing a customer or colleague wrote, and no name, ever goes in. */
export type Log = {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

/** What of an error may be logged: its class, codes and stack frames. Messages can quote what somebody typed. */
export function faultOf(error: unknown): object {
  if (!(error instanceof Error)) return { fault: typeof error };
  const { code, data } = error as Error & { code?: unknown; data?: { error?: unknown } };
  const frames = error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8);
  return { fault: error.name, code, slack: data?.error, frames: frames?.map((line) => line.trim()) };
}

/** One line of JSON per event on standard error, so that standard output stays free for people. */
export const createLog = (level: string): Log => pino({ level, base: null }, pino.destination({ dest: 2, sync: true }));
