import type { Button } from '@slack/types';
import type { Tx } from '../../db/workspace.ts';
import type { Deps } from '../../deps.ts';
import type { TypedText } from '../../feature.ts';
import type { Lang } from '../../texts.ts';
import type { Person } from '../people/index.ts';

/** Whom a menu is for, and when. */
export type Reader = { person: Person; lang: Lang; now: Date };

/** Everything a text can be, in the order of the habits. */
export async function entries({ features }: Deps, tx: Tx, who: Reader, from: TypedText): Promise<Button[]> {
  const buttons: Button[] = [];
  for (const { menu } of features) buttons.push(...((await menu?.(tx, who, from)) ?? []));
  return buttons;
}

/** The first of them: what takes any text. */
export async function firstEntry(
  { features }: Deps,
  tx: Tx,
  who: Reader,
  from: TypedText,
): Promise<Button | undefined> {
  const [first] = features.flatMap(({ menu }) => menu ?? []);
  return (await first?.(tx, who, from))?.[0];
}
