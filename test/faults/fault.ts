import type { Point } from './points.ts';
import type { Scene } from './scene.ts';

/** Faults of one act happen one after the other in the same company; acts are played beside each other. */
export type ActName = 'calls' | 'sockets' | 'statements' | 'server' | 'embedded' | 'two instances';

/** One scripted fault. */
export type ScriptedFault = {
  /** What goes wrong, in a sentence; no two are the same. */
  name: string;
  /** Where the product waits, and what goes wrong there. */
  point: Point;
  kind: string;
  act: ActName;
  /** Also in the short form. */
  short?: boolean;
  /** It takes a disk that can be filled. */
  fillsDisk?: boolean;
  /** How a process may end of it, by design or because it was killed; whoever runs it starts it again. */
  mayEnd?: readonly (number | string)[];
  /** Lets it happen; resolves when the product has met it. */
  strike(scene: Scene): Promise<Struck>;
};

/** A fault the product has met: how to end it, and what has to work again besides the whole job. */
export type Struck = {
  clear?(): Promise<unknown> | unknown;
  heals?(): Promise<unknown>;
};
