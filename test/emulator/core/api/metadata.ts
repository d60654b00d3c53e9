import type { Json, JsonObject } from '../shapes.ts';
import { isObject } from '../validate/spec.ts';
import { Refused } from './method.ts';

/** Slack doesn't tell how much it takes; this is more than anybody should keep in a message. */
const MOST_CHARACTERS = 16_000;

/** Message metadata as Slack takes it (docs.slack.dev/messaging/message-metadata); an empty object takes it away. */
export function checkedMetadata(given: unknown): JsonObject | undefined {
  if (given === undefined) return undefined;
  const metadata = given as Json;
  if (!isObject(metadata)) throw new Refused('invalid_metadata_format');
  const { event_type, event_payload, entities } = metadata;
  if (Object.keys(metadata).length === 0 || entities !== undefined) return metadata;
  const named = typeof event_type === 'string' && event_type !== '';
  if (!named || !isObject(event_payload) || !Object.values(event_payload).every(isPayloadValue))
    throw new Refused('invalid_metadata_schema');
  if (JSON.stringify(metadata).length > MOST_CHARACTERS) throw new Refused('metadata_too_large');
  return metadata;
}

/** Words, numbers, yes or no; or an object of those, or a list. The SDK's MessageMetadata says the same. */
const isPayloadValue = (value: Json | undefined): boolean =>
  isPlain(value) || isFlat(value) || (Array.isArray(value) && value.every((each) => isPlain(each) || isFlat(each)));

const isPlain = (value: Json | undefined) => value === undefined || value === null || typeof value !== 'object';

const isFlat = (value: Json | undefined) => isObject(value) && Object.values(value).every(isPlain);
