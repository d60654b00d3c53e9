import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import type { Deps } from '../../deps.ts';
import type { Turn } from '../../slack/action.ts';
import { type AnyBlock, context, divider, header, MAX } from '../../slack/blocks.ts';
import { lasting } from '../../slack/lasting.ts';
import { meet, personStore, rolesOf } from '../people/index.ts';
import { say } from './texts.ts';

type Who = Pick<Turn, 'person' | 'roles' | 'lang'>;

const opened = z.object({ user: z.string(), tab: z.literal('home') });

/** Somebody looks at their Home tab. */
export async function homeOpened(deps: Deps, event: Record<string, unknown>) {
  const { data } = opened.safeParse(event);
  if (!data) return;
  const { leaders, installedBy } = deps.workspace;
  const person = await meet(deps, data.user);
  if (!person?.member) return;
  await publishHome(deps, { person, roles: rolesOf(person, leaders, installedBy), lang: person.lang });
}

/**
 * Shows somebody's Home as things are now: one section per habit, in the order of the list. They are read once more, since
 * what they just clicked or saved may have changed them.
 */
export async function publishHome(deps: Deps, who: Who) {
  const sections = await deps.db.run(async (tx) => {
    const person = (await personStore(tx).find(who.person.userId)) ?? who.person;
    const found: AnyBlock[][] = [];
    for (const { home } of deps.features) found.push((await home?.(deps, tx, { ...who, person })) ?? []);
    return found.filter((blocks) => blocks.length > 0);
  });
  const t = say(who.lang);
  const blocks = [header(t.headline), ...sections.flatMap((section) => [...section, divider()]), context(t.footer)];
  await deps.slack.views.publish({
    user_id: who.person.userId,
    view: { type: 'home', blocks: lasting(blocks.slice(0, MAX.modalBlocks)) as KnownBlock[] },
  });
}
