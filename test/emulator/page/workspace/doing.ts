import type { ConfirmationDialog } from '@slack/types';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Do } from '../act.ts';
import type { Choice } from '../contract.ts';

/** What the person at the keyboard can do. */
export type Doing = {
  /** Ends when the app has acknowledged and what came of it is on the page; answers what a search found. */
  send(it: Do): Promise<Choice[]>;
  /** The direct message with these people; undefined when that went wrong. */
  openDm(people: string[]): Promise<string | undefined>;
  /** Takes a file from this computer; undefined when that went wrong. */
  attach(file: File): Promise<{ id: string; name: string } | undefined>;
  /** Asks a confirm dialog; answers whether they went on. */
  ask(confirm: ConfirmationDialog): Promise<boolean>;
};

const DoingContext = createContext<Doing | undefined>(undefined);

export const DoingProvider = DoingContext.Provider;

export function useDoing(): Doing {
  const doing = useContext(DoingContext);
  if (!doing) throw new Error('Nobody sits at this keyboard.');
  return doing;
}
