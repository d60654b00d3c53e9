import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../log.ts';

/**
 * What Slack's packages report, in our log: warnings and errors only. Of a message only its first words are kept,
 * because behind the first colon or bracket they quote payloads, addresses and what people typed.
 */
export function sdkLogger(log: Log): Logger {
  const note = (...parts: unknown[]) =>
    log.warn(
      {
        sdk: String(parts[0])
          .split(/[:([{]/, 1)[0]
          ?.trim(),
      },
      'slack sdk',
    );
  const nothing = () => {};
  return {
    debug: nothing,
    info: nothing,
    warn: note,
    error: note,
    setLevel: nothing,
    getLevel: () => LogLevel.WARN,
    setName: nothing,
  };
}
