import type { Tx } from '../../db/workspace.ts';
import { dateOf, dayOf, firstOfMonth, lastOfMonth } from '../../time.ts';
import { wordsOf } from '../../words.ts';
import type { Customer } from '../customers/index.ts';
import type { ConversationKind } from '../settings/index.ts';
import type { Initiative, Level, Readers } from './rules.ts';

/** What somebody heard from a customer. `heldOn` is the author's day; `counts`: qualifies for the month. */
export type Conversation = {
  id: string;
  userId: string;
  customer: Customer;
  kind: ConversationKind;
  learned: string;
  heldOn: string;
  readers: Readers;
  counts: boolean;
  need: string | null;
  said: string | null;
  initiative: Initiative | null;
  level: Level | null;
  minutes: number | null;
  /** One of the house's topics, by the name it had then. */
  topic: string | null;
};

/** What a form gives, before it is somebody's. */
export type Told = Omit<Conversation, 'id' | 'userId' | 'customer'> & { customerId: string };

export const conversationStore = (tx: Tx) => ({
  /** True when it is new; the same draft saved again changes nothing. */
  add: async (id: string, userId: string, told: Told, savedAt: Date): Promise<boolean> => {
    const { count } = await tx.conversation.createMany({
      data: { ...columns(told), id, userId, savedAt },
      skipDuplicates: true,
    });
    if (count > 0) await keepWords(tx, id, told);
    return count > 0;
  },

  /** Its author's alone. */
  edit: async (before: Conversation, told: Told, editedAt: Date): Promise<void> => {
    const { count } = await tx.conversation.updateMany({
      where: { id: before.id, userId: before.userId },
      data: { ...columns(told), editedAt },
    });
    if (count > 0) await keepWords(tx, before.id, told);
  },

  /** Gone for good. */
  withdraw: (id: string, userId: string): Promise<unknown> => tx.conversation.deleteMany({ where: { id, userId } }),

  find: async (id: string): Promise<Conversation | undefined> => {
    const row = await tx.conversation.findFirst({ where: { id }, include: WITH_CUSTOMER });
    return row ? read(row) : undefined;
  },

  /** Somebody's own, newest first; of these ids, where they are given. */
  ownOf: async (userId: string, { n, ids }: { n?: number; ids?: readonly string[] } = {}): Promise<Conversation[]> => {
    const rows = await tx.conversation.findMany({
      where: { userId, ...(ids && { id: { in: [...ids] } }) },
      include: WITH_CUSTOMER,
      orderBy: [{ heldOn: 'desc' }, { savedAt: 'desc' }, { id: 'asc' }],
      ...(n !== undefined && { take: n }),
    });
    return rows.map(read);
  },

  /** The one somebody saved last, if that was after this moment. */
  lastSaved: async (userId: string, after: Date): Promise<Conversation | undefined> => {
    const row = await tx.conversation.findFirst({
      where: { userId, savedAt: { gt: after } },
      include: WITH_CUSTOMER,
      orderBy: [{ savedAt: 'desc' }, { id: 'asc' }],
    });
    return row ? read(row) : undefined;
  },

  /** How many conversations that count somebody had in a month, joint ones among them, for their own eyes. */
  countOf: async (userId: string, month: string): Promise<number> => {
    const counted = { counts: true, heldOn: { gte: dateOf(firstOfMonth(month)), lte: dateOf(lastOfMonth(month)) } };
    const own = await tx.conversation.count({ where: { userId, ...counted } });
    return own + (await tx.companion.count({ where: { userId, answer: 'yes', conversation: counted } }));
  },

  /** How many conversations that count were held from one day to another, inclusive. Only the summary's module may show it. */
  countBetween: (from: string, to: string): Promise<number> =>
    tx.conversation.count({ where: { counts: true, heldOn: { gte: dateOf(from), lte: dateOf(to) } } }),

  /** Channels in which posts of this kind are held. */
  heldIn: async (kind: string): Promise<string[]> => {
    const rows = await tx.outbox.groupBy({ by: ['recipient'], where: { kind, state: 'held', gone: false } });
    return rows.map(({ recipient }) => recipient);
  },

  /** The channels in which a post of this kind about this conversation stands or is to stand. */
  placesOf: async (kind: string, id: string): Promise<string[]> => {
    const rows = await tx.outbox.findMany({ where: { kind, subject: id, gone: false }, select: { recipient: true } });
    return rows.map(({ recipient }) => recipient);
  },

  /** What is held in other channels than this one: conversations, and where each waits. */
  heldElsewhere: async (kind: string, channel: string): Promise<{ id: string; channel: string }[]> => {
    const where = { kind, state: 'held', gone: false, recipient: { not: channel } };
    const rows = await tx.outbox.findMany({ where, select: { subject: true, recipient: true }, take: 100 });
    return rows.map(({ subject, recipient }) => ({ id: subject, channel: recipient }));
  },

  /** Subjects of the alarms of this kind about closed channels that stand or are to come. */
  alarms: async (kind: string): Promise<string[]> => {
    const where = { kind, subject: { startsWith: 'closed:' }, gone: false };
    const rows = await tx.outbox.groupBy({ by: ['subject'], where });
    return rows.map(({ subject }) => subject);
  },

  /** Whether one of these posts can't be placed at the moment. */
  anyWaits: async (kind: string, subjects: readonly string[]): Promise<boolean> =>
    (await tx.outbox.count({ where: { kind, subject: { in: [...subjects] }, state: { in: ['held', 'failed'] } } })) > 0,
});

export type ConversationStore = ReturnType<typeof conversationStore>;

/** What somebody types to find it again is looked up here. */
async function keepWords(tx: Tx, id: string, { learned, need, said }: Told): Promise<void> {
  const words = wordsOf([learned, need, said].join(' '));
  await tx.conversationWord.deleteMany({ where: { ofId: id } });
  await tx.$executeRaw`INSERT INTO conversation_words (of_id, word) SELECT ${id}::uuid, unnest(${words}::text[])`;
}

const columns = ({ heldOn, ...told }: Told) => ({ ...told, heldOn: dateOf(heldOn) });

const WITH_CUSTOMER = { customer: { select: { id: true, name: true, sort: true } } } as const;

type Row = Omit<Conversation, 'heldOn' | 'kind' | 'initiative' | 'level' | 'readers' | 'customer'> & {
  heldOn: Date;
  kind: string;
  initiative: string | null;
  level: string | null;
  readers: string;
  customer: { id: string; name: string; sort: string };
};

const read = (row: Row): Conversation => ({
  id: row.id,
  userId: row.userId,
  customer: { ...row.customer, sort: row.customer.sort as Customer['sort'] },
  kind: row.kind as ConversationKind,
  learned: row.learned,
  heldOn: dayOf(row.heldOn),
  readers: row.readers as Readers,
  counts: row.counts,
  need: row.need,
  said: row.said,
  initiative: row.initiative as Initiative | null,
  level: row.level as Level | null,
  minutes: row.minutes,
  topic: row.topic,
});
