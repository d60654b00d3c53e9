import type { Deps } from '../src/deps.ts';
import type { Role } from '../src/features/people/index.ts';
import type { Turn } from '../src/slack/action.ts';

/** Something people type behind /customer or /klant, in either language, or behind the hyphen of a command of its own. */
export type Word = {
  name: { en: string; nl: string };
  by: Role;
  /** It is this word only where nothing stands behind it: sentences begin with it. */
  alone?: boolean;
  /** `text` is what stands behind the word. */
  run(deps: Deps, turn: Turn, text: string): Promise<void>;
};
