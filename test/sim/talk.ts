import { savedKind, savedPut, storyKind, storyPut } from '../../src/features/conversations/messages.ts';
import type { Told } from '../../src/features/conversations/store.ts';
import type { Person } from '../../src/features/people/index.ts';
import { addDays, localDay } from '../../src/time.ts';
import type { Deed, Household } from './household.ts';
import { questionPut } from './kinds.ts';
import { CUSTOMER } from './model/habits.ts';

const toldNow = (one: Person, now: Date, learned: string, shared: boolean, back: number): Told => ({
  ...{ customerId: CUSTOMER.id, kind: 'call', learned, heldOn: addDays(localDay(now, one.zone), -back) },
  ...{ readers: shared ? 'story' : 'me', counts: true, need: null, said: null, initiative: null, level: null },
  minutes: null,
  topic: null,
});

/** Somebody writes down a conversation, and perhaps shares it. */
export function tell({ chance, database: { stores }, told }: Household, one: Person, now: Date): Deed {
  const id = chance.uuid();
  const its = toldNow(one, now, 'v1', chance.happens(0.5), chance.between(0, 5));
  return {
    says: `${one.userId} tells ${id}`,
    async of({ outbox, workspace }, tx) {
      await stores.conversations(tx).add(id, one.userId, its, now);
      told.push({ id, userId: one.userId });
      const conversation = await stores.conversations(tx).find(id);
      if (!conversation) return;
      const { storiesChannel } = await stores.settings(tx).all();
      await outbox.put(tx, [savedPut(conversation, now, one.zone)]);
      if (storiesChannel && its.readers === 'story')
        await outbox.put(tx, [storyPut(conversation, storiesChannel, now, workspace.zone)]);
    },
  };
}

/** Somebody writes a conversation down otherwise. */
export function tellAnew({ chance, database: { stores }, told }: Household, _one: Person, now: Date): Deed | undefined {
  const which = chance.any(told.slice(-12));
  const version = `v${chance.between(2, 999)}`;
  return (
    which && {
      says: `${which.userId} tells ${which.id} anew: ${version}`,
      async of({ outbox }, tx) {
        const before = await stores.conversations(tx).find(which.id);
        if (!before) return;
        const { id: _id, userId: _userId, customer, ...same } = before;
        await stores.conversations(tx).edit(before, { ...same, customerId: customer.id, learned: version }, now);
        await outbox.change(tx, { kind: savedKind, subject: which.id });
        await outbox.change(tx, { kind: storyKind, subject: which.id });
      },
    }
  );
}

/** Somebody wants a conversation gone. */
export function takeBack({ chance, database: { stores }, told }: Household): Deed | undefined {
  const which = chance.any(told.slice(-12));
  return (
    which && {
      says: `${which.userId} takes ${which.id} back`,
      async of({ outbox }, tx) {
        await stores.conversations(tx).withdraw(which.id, which.userId);
        await outbox.withdraw(tx, { kind: savedKind, subject: which.id });
        await outbox.withdraw(tx, { kind: storyKind, subject: which.id });
      },
    }
  );
}

/** A colleague asks somebody something. */
export function ask({ chance }: Household, one: Person, now: Date): Deed {
  const id = chance.uuid();
  return {
    says: `somebody asks ${one.userId} ${id}`,
    of: ({ outbox }, tx) => outbox.put(tx, [questionPut(one.userId, id, now, one.zone)]),
  };
}
