import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PageConversation, PagePerson, PageState } from '../contract.ts';
import type { Reader } from './dates.ts';

/** What it takes to read a text as one person does: who is who, which channel is which, and their own date and time. */
export type Reading = {
  /** For what the app says: the person's zone and language. */
  reader: Reader;
  /** For what this page says itself, in English: the person's zone, and their English where they have one. */
  english: Reader;
  me: string;
  person(id: string): PagePerson | undefined;
  conversation(id: string): PageConversation | undefined;
  group(id: string): Group | undefined;
  people: readonly PagePerson[];
  conversations: readonly PageConversation[];
};

/** A user group, as it is mentioned. */
type Group = { id: string; handle: string };

/** What a reading is made of. */
type Known = Pick<PageState, 'me' | 'conversations' | 'clock'> & {
  people: readonly PagePerson[];
  groups?: readonly Group[];
};

const ReadingContext = createContext<Reading | undefined>(undefined);

/** Says for whom the texts inside of it are. */
export const ReadingProvider = ReadingContext.Provider;

/** The reading of the person at the keyboard. */
export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error('A text stands outside of the page that knows its reader.');
  return reading;
}

/** How the person at the keyboard reads: their zone, their language, their colleagues' names. */
export function readingOf({ me, people, conversations, groups = [], clock }: Known): Reading {
  const peopleById = new Map(people.map((person) => [person.id, person]));
  const conversationsById = new Map(conversations.map((conversation) => [conversation.id, conversation]));
  const reader = { zone: me.zone, locale: me.locale, now: new Date(clock.now) };
  return {
    reader,
    english: { ...reader, locale: me.locale.startsWith('en') ? me.locale : 'en-GB' },
    me: me.id,
    person: (id) => peopleById.get(id),
    conversation: (id) => conversationsById.get(id),
    group: (id) => groups.find((group) => group.id === id),
    people,
    conversations,
  };
}
