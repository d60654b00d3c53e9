import type { Json } from '../shapes.ts';

/** One payload for the app, before it is put in an envelope. */
export type Parcel = {
  type: 'slash_commands' | 'interactive' | 'events_api';
  payload: { [field: string]: Json | undefined };
  /** Whether the app may say something in its acknowledgement. */
  acceptsBody: boolean;
  retry?: { attempt: number; reason: string };
};

/** The app acknowledged, or couldn't be reached, or refused. */
export type Receipt =
  | { got: 'ack'; body: Json | undefined }
  | { got: 'nobody there' }
  | { got: 'failure'; reason: string; noRetry?: boolean };

/** A way to the app. Answers when the app has, however late; the 3 s are kept by who sends. */
export type Transport = { send(envelopeId: string, parcel: Parcel): Promise<Receipt> };
