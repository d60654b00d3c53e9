import type { Deps } from '../../deps.ts';
import { personStore } from '../people/index.ts';
import { settingStore } from './store.ts';

/** The house's language and zone are most members', until an admin chooses. Kept once, so that they don't drift. */
export async function chooseFirstValues({ db, clock, ids }: Deps): Promise<void> {
  await db.run(async (tx) => {
    const majority = await personStore(tx).majority();
    const store = settingStore(tx);
    const chosen = await store.chosen();
    if (!majority) return;
    const change = () => ({ by: 'slack', at: clock.now(), id: ids.uuid() });
    if (!chosen.has('zone')) await store.set('zone', majority.zone, change());
    if (!chosen.has('houseLang')) await store.set('houseLang', majority.lang, change());
  });
}
