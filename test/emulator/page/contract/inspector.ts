export type PageClock = {
  /** The turned clock, ISO. */
  now: string;
  turning: boolean;
  /** Where it can be turned to: a label and an instant (ISO). */
  targets: { label: string; at: string }[];
};

/** Something that can go wrong on purpose. */
export type PageFault = {
  id: string;
  label: string;
  /** What happens, in a sentence. */
  note: string;
  /** In force now: what is left of it, as `once more` or `until mended`. */
  left?: string;
  /** Slack is like that anyway: in force it is no trouble, and nothing to mend. */
  usual?: true;
};

/** One line of the inspector. */
export type LogLine = {
  id: number;
  kind: 'call' | 'delivery' | 'refusal';
  /** Of the turned clock, ISO. */
  at: string;
  name: string;
  ms?: number;
  /** What went wrong, in Slack's word. */
  refused?: string;
};

/** What stands behind a line: what was sent and what was answered, with everything else known about it. */
export type LogDetail = { sent: unknown; answered: unknown; about: Record<string, unknown> };
