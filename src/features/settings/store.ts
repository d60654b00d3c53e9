import type { Tx } from '../../db/workspace.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { Lang } from '../../texts.ts';
import { channelSettingsTable, type SettingKey, type Settings, settingsTable } from './table.ts';

/** The workspace's own settings have no scope; a channel's have its id. */
const WORKSPACE = '';

type Change = { by: string; at: Date; id: string };

export const settingStore = (tx: Tx) => ({
  /** All settings of the workspace. A stored value that no longer fits its schema counts as not chosen. */
  all: async (): Promise<Settings> => {
    const rows = await tx.setting.findMany({ where: { scope: WORKSPACE } });
    const stored = new Map(rows.map(({ key, value }) => [key, value]));
    const entries = Object.entries(settingsTable).map(([key, { schema, first }]) => {
      const read = schema.safeParse(stored.get(key));
      return [key, read.success ? read.data : first];
    });
    return Object.fromEntries(entries) as Settings;
  },

  /** Which settings somebody has chosen already. */
  chosen: async (): Promise<Set<string>> =>
    new Set((await tx.setting.findMany({ where: { scope: WORKSPACE }, select: { key: true } })).map(({ key }) => key)),

  /** Writes one setting and who changed it from what to what. The same value again changes nothing. */
  set: async <K extends SettingKey>(key: K, value: Settings[K], change: Change): Promise<boolean> =>
    write(tx, WORKSPACE, key, settingsTable[key].schema.parse(value) as Prisma.InputJsonValue | null, change),

  /** The language of what is posted in this channel; the house's where none was chosen. */
  channelLang: async (channelId: string, houseLang: Lang): Promise<Lang> => {
    const row = await tx.setting.findFirst({ where: { scope: channelId, key: 'lang' } });
    return channelSettingsTable.lang.schema.safeParse(row?.value).data ?? houseLang;
  },

  /** The languages chosen for channels, by channel id. */
  channelLangs: async (): Promise<Record<string, Lang>> => {
    const rows = await tx.setting.findMany({ where: { key: 'lang', scope: { not: WORKSPACE } } });
    const read = rows.map(
      ({ scope, value }) => [scope, channelSettingsTable.lang.schema.safeParse(value).data] as const,
    );
    return Object.fromEntries(read.filter((one): one is [string, Lang] => one[1] !== undefined));
  },

  setChannelLang: async (channelId: string, lang: Lang, change: Change): Promise<boolean> =>
    write(tx, channelId, 'lang', lang, change),
});

export type SettingStore = ReturnType<typeof settingStore>;

async function write(tx: Tx, scope: string, key: string, value: Prisma.InputJsonValue | null, change: Change) {
  const before = await tx.setting.findFirst({ where: { scope, key } });
  if (before && JSON.stringify(before.value) === JSON.stringify(value)) return false;
  const json = value ?? Prisma.JsonNull;
  const old = before ? (before.value ?? Prisma.JsonNull) : Prisma.DbNull;
  await tx.setting.deleteMany({ where: { scope, key } });
  await tx.setting.create({ data: { scope, key, value: json } });
  await tx.settingChange.create({ data: { id: change.id, scope, key, old, new: json, by: change.by, at: change.at } });
  return true;
}
