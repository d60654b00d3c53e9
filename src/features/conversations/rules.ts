import { daysBetween } from '../../time.ts';

/** Who may read a conversation; its author chooses at every log. */
export const READERS = ['colleagues', 'me', 'story', 'story_named'] as const;
export type Readers = (typeof READERS)[number];

export const INITIATIVES = ['we', 'they'] as const;
export type Initiative = (typeof INITIATIVES)[number];

/** What a conversation was about, from one contact to what the house stands for. */
export const LEVELS = ['contact', 'journey', 'relationship', 'purpose'] as const;
export type Level = (typeof LEVELS)[number];

/** How far back a conversation may be dated (decisions, "Days, weeks, months"). */
export const DAYS_BACK = 60;

/** What is wrong with the day a conversation is given, in its author's zone; undefined: nothing. */
export function dayProblem(day: string, today: string): 'future' | 'tooLongAgo' | undefined {
  const ago = daysBetween(day, today);
  if (ago < 0) return 'future';
  return ago > DAYS_BACK ? 'tooLongAgo' : undefined;
}

export const isShared = (readers: Readers): boolean => readers === 'story' || readers === 'story_named';

/** The first gesture of a kind of contact: whoever calls, visits or calls back took the initiative. */
export const usualInitiative = (kind: string): Initiative =>
  ['call', 'visit', 'called-back', 'research'].includes(kind) ? 'we' : 'they';
