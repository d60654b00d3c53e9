import type { World } from './session.ts';
import type { SeedPerson } from './types.ts';

/** What a piece of typed text turns out to be; a mention only where somebody or something is called so. */
export type Piece =
  | { type: 'text'; text: string }
  | { type: 'code'; text: string }
  | { type: 'link'; url: string; text?: string }
  | { type: 'user'; user_id: string }
  | { type: 'usergroup'; usergroup_id: string }
  | { type: 'channel'; channel_id: string }
  | { type: 'broadcast'; range: 'here' | 'channel' | 'everyone' }
  | { type: 'emoji'; name: string };

/** Where somebody types, and who: private channels are known to their members only. */
export type Typist = { world: World; userId: string | undefined };

/** All that a composer makes something of: code, addresses, mail addresses, @handles, #channels, :emoji:. */
const SPECIAL = new RegExp(
  [
    '```[\\s\\S]+?```',
    '`[^`\\n]+`',
    'https?://[^\\s<>|]*[^\\s<>|.,:;!?"\'*_~)\\]}]',
    '(?<![\\p{L}\\p{N}._%+@-])[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+',
    '(?<![\\p{L}\\p{N}._@-])@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._-]*[\\p{L}\\p{N}])?',
    '(?<![\\p{L}\\p{N}#&])#[\\p{L}\\p{N}][\\p{L}\\p{N}_-]*',
    "(?<![\\p{L}\\p{N}:]):(?:\\+1|-1|100|[a-z0-9_+'-]*[a-z][a-z0-9_+'-]*)(?:::skin-tone-[2-6])?:(?![\\p{L}\\p{N}])",
  ].join('|'),
  'gu',
);

/** Typed text in pieces, in order; nothing of it is lost. */
export function piecesOf(typist: Typist, typed: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of typed.matchAll(SPECIAL)) {
    const piece = special(typist, match[0]);
    if (!piece) continue;
    if (match.index > from) pieces.push({ type: 'text', text: typed.slice(from, match.index) });
    pieces.push(piece);
    from = match.index + match[0].length;
  }
  if (from < typed.length) pieces.push({ type: 'text', text: typed.slice(from) });
  return pieces;
}

function special(typist: Typist, found: string): Piece | undefined {
  if (found.startsWith('`')) return { type: 'code', text: found };
  if (found.startsWith('http')) return { type: 'link', url: found };
  if (found.startsWith('@')) return mentioned(typist, found.slice(1));
  if (found.startsWith('#')) return channelCalled(typist, found.slice(1));
  if (found.startsWith(':')) return { type: 'emoji', name: found.slice(1, -1) };
  return { type: 'link', url: `mailto:${found}`, text: found };
}

function mentioned({ world: { state } }: Typist, handle: string): Piece | undefined {
  const lower = handle.toLowerCase();
  if (lower === 'here' || lower === 'channel' || lower === 'everyone') return { type: 'broadcast', range: lower };
  const isCalled = (person: SeedPerson) => person.name.toLowerCase() === lower && !person.deleted;
  const person = Object.values(state.people).find(isCalled);
  if (person) return { type: 'user', user_id: person.id };
  const group = state.groups.find((each) => each.handle.toLowerCase() === lower && !each.date_delete);
  return group && { type: 'usergroup', usergroup_id: group.id };
}

function channelCalled({ world, userId }: Typist, name: string): Piece | undefined {
  const channel = Object.values(world.state.channels).find(
    (each) => each.name === name.toLowerCase() && (each.kind === 'public' || isIn(each.members, userId)),
  );
  return channel && { type: 'channel', channel_id: channel.id };
}

const isIn = (members: readonly string[], userId: string | undefined) =>
  userId !== undefined && members.includes(userId);

/** A composer makes a bullet of what begins a line of a list; code is left as it is. */
const BULLET = /(```[\s\S]+?```)|^([ \t]*)[-*] +(?=\S)/gm;

/** Typed text as Slack keeps it, mentions by their ids (docs.slack.dev/messaging/formatting-message-text). */
export const messageText = (typist: Typist, typed: string): string =>
  piecesOf(
    typist,
    typed.replace(BULLET, (_all, code, space = '') => code ?? `${space}• `),
  )
    .map(kept)
    .join('');

function kept(piece: Piece): string {
  switch (piece.type) {
    case 'link':
      return `<${escaped(piece.url)}${piece.text ? `|${escaped(piece.text)}` : ''}>`;
    case 'user':
      return `<@${piece.user_id}>`;
    case 'usergroup':
      return `<!subteam^${piece.usergroup_id}>`;
    case 'channel':
      return `<#${piece.channel_id}>`;
    case 'broadcast':
      return `<!${piece.range}>`;
    case 'emoji':
      return `:${piece.name}:`;
    default:
      return escaped(piece.text);
  }
}

/**
 * The words after a command where the manifest has `should_escape`: mentions with id and name, the rest as it was typed
 * (docs.slack.dev/interactivity/implementing-slash-commands).
 */
export function commandText(typist: Typist, typed: string): string {
  const { people, channels } = typist.world.state;
  return piecesOf(typist, typed)
    .map((piece) => {
      if (piece.type === 'user') return `<@${piece.user_id}|${people[piece.user_id]?.name}>`;
      if (piece.type === 'channel') return `<#${piece.channel_id}|${channels[piece.channel_id]?.name}>`;
      return piece.type === 'text' || piece.type === 'code' ? piece.text : kept(piece);
    })
    .join('');
}

/** Slack's own control characters as entities. */
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
