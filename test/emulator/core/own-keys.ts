import type { State } from './state.ts';

/** The same state, found by its own ids only: apps ask for whatever they like, and nobody is called `constructor`. */
export const withOwnKeys = (state: State): State => ({
  ...state,
  people: ownKeys(state.people),
  channels: ownKeys(state.channels),
  messages: ownKeys(state.messages),
  files: ownKeys(state.files),
  views: ownKeys(state.views),
  stacks: ownKeys(state.stacks),
  homes: ownKeys(state.homes),
});

const ownKeys = <T>(map: Record<string, T>): Record<string, T> =>
  Object.assign(Object.create(null) as Record<string, T>, map);
