import { filetypeOf, mimetypeOf, prettyTypeOf } from './file-kinds.ts';
import type { World } from './session.ts';
import type { StoredFile } from './state.ts';
import type { FileShape, Upload, VisibleFile } from './types.ts';

/** Bytes. Slack itself takes 1 GB; everything here is kept as text. */
export const LARGEST_FILE = 30 * 1024 * 1024;

type NewFile = Pick<StoredFile, 'user' | 'name' | 'size'> & Partial<Pick<StoredFile, 'title' | 'mimetype' | 'altText'>>;

/** A file that has got a name and a size, and no bytes yet. */
export function newFile(world: World, { user, name, size, title = name, mimetype, altText }: NewFile): StoredFile {
  const file: StoredFile = {
    id: world.nextId('F'),
    user,
    name,
    title,
    mimetype: mimetype ?? mimetypeOf(name),
    size,
    created: Math.floor(world.now().getTime() / 1000),
    sharedIn: [],
    ...(altText && { altText }),
  };
  world.state.files[file.id] = file;
  return file;
}

/** The bytes of a file have arrived. */
export function fill(world: World, file: StoredFile, bytes: Uint8Array) {
  file.content = Buffer.from(bytes).toString('base64');
  file.size = bytes.byteLength;
  world.changed();
}

/** Somebody's own file, with its bytes. */
export function upload(world: World, user: string, { name, mimetype, content }: Upload): StoredFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  if (bytes.byteLength > LARGEST_FILE) throw new Error(`${name} is larger than ${LARGEST_FILE} bytes`);
  const file = newFile(world, { user, name, size: bytes.byteLength, ...(mimetype && { mimetype }) });
  fill(world, file, bytes);
  return file;
}

/** A file whose bytes have arrived. */
export function findFile(world: World, id: string): StoredFile | undefined {
  const file = world.state.files[id];
  return file?.content === undefined ? undefined : file;
}

/** Takes a file's bytes away; where it was shared it isn't seen any more. */
export function erase(world: World, file: StoredFile) {
  delete file.content;
  file.deleted = true;
  world.changed();
  world.emit({ event: { type: 'file_deleted', file_id: file.id, event_ts: world.nextTs() } });
}

/** Whether the app can see a file: its own, one it was given, or one in a conversation it may read. */
export function mayRead({ state: { bot, channels } }: World, { user, sharedIn, givenToApp }: StoredFile): boolean {
  const isIn = (id: string) => channels[id]?.kind === 'public' || channels[id]?.members.includes(bot.id);
  return user === bot.id || givenToApp === true || sharedIn.some(isIn);
}

/** A file in an answer of Slack: everywhere it is in is told by kind of conversation. */
export function fileShape(world: World, file: StoredFile): FileShape {
  const { id, created, name, title, mimetype, user, size, sharedIn } = file;
  const team = world.state.team;
  const address = addressOf(world, file);
  const channels = world.state.channels;
  const among = (...kinds: string[]) => sharedIn.filter((each) => kinds.includes(channels[each]?.kind ?? ''));
  return {
    id,
    created,
    timestamp: created,
    name,
    title,
    mimetype,
    filetype: filetypeOf(name),
    pretty_type: prettyTypeOf(name),
    user,
    user_team: world.state.people[user]?.team_id ?? team.id,
    size,
    mode: 'hosted',
    editable: false,
    is_external: false,
    external_type: '',
    is_public: among('public').length > 0,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: address,
    url_private_download: `${address}?download=1`,
    permalink: `https://${team.domain}.slack.com/files/${user}/${id}/${encodeURIComponent(name)}`,
    channels: among('public'),
    groups: among('private', 'mpim'),
    ims: among('im'),
  };
}

/** A file as a person sees it. */
export const visibleFile = (world: World, file: StoredFile): VisibleFile => {
  const { id, name, title, mimetype, size } = file;
  return { id, name, title, mimetype, size, url: addressOf(world, file) };
};

/** Those that are still there. */
export const filesCalled = (world: World, ids: readonly string[] = []): StoredFile[] =>
  ids.map((id) => findFile(world, id)).filter((file) => file !== undefined);

const addressOf = (world: World, { id, name }: StoredFile) => `${world.url}/files/${id}/${encodeURIComponent(name)}`;
