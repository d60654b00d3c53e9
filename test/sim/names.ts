import type { OutboxRow } from '../../src/delivery/outbox.ts';
import type { JsonObject } from '../emulator/core/types.ts';

/** What a message is, whatever its key. */
export const nameOf = ({ kind, recipient, subject }: Pick<OutboxRow, 'kind' | 'recipient' | 'subject'>): string =>
  `${kind} ${recipient} ${subject}`;

/** The key that a call's arguments carry; '' where they carry none. */
export function keyIn({ metadata }: JsonObject): string {
  const read: unknown = typeof metadata === 'string' ? JSON.parse(metadata) : metadata;
  const payload = typeof read === 'object' && read !== null && 'event_payload' in read ? read.event_payload : undefined;
  return typeof payload === 'object' && payload !== null && 'k' in payload ? String(payload.k) : '';
}
