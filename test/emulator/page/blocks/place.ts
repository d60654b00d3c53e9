import type { ConfirmationDialog } from '@slack/types';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Choice, Container, InputValue, InputValues } from '../contract.ts';

/** What an element needs of itself to be clicked. */
type Clickable = { action_id?: string; confirm?: ConfirmationDialog };

/** Where blocks stand, and what a click there does. */
export type Place = {
  surface: 'message' | 'modal' | 'home';
  container: Container;
  values: InputValues;
  /** Errors by block_id. */
  errors: Readonly<Record<string, string>>;
  /** A click or a choice; asks first where the element has a confirm dialog. Answers whether it went through. */
  act(blockId: string, element: Clickable, value?: string | readonly string[]): Promise<boolean>;
  /** Typed text: kept, and told to Slack a moment later or before the next click. `dispatched`: the app hears of it. */
  type(blockId: string, element: Clickable, text: string, dispatched: boolean): void;
  /** Takes a file from the computer of the person at the keyboard; fails with words for them. */
  upload(file: File): Promise<{ id: string; name: string }>;
  /** Asks the app what an external select offers. */
  search(blockId: string, element: Clickable, typed: string): Promise<Choice[]>;
};

const PlaceContext = createContext<Place | undefined>(undefined);

/** Says where the blocks inside of it stand. */
export const PlaceProvider = PlaceContext.Provider;

/** The place around an element. */
export function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (!place) throw new Error('A block stands outside of a message or view.');
  return place;
}

/** What stands in an element now, as far as Slack knows. */
export const valueAt = (
  place: Place,
  blockId: string,
  { action_id: actionId = '' }: Clickable,
): InputValue | undefined => place.values[blockId]?.[actionId];
