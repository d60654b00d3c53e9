import { type Asked, installer } from './oauth.ts';
import type { World } from './session.ts';

/** What a few scopes let an app do, in Slack's way of saying it; others are called by their names. */
const MEANINGS: Record<string, string> = {
  'channels:history': 'View messages in public channels that it has been added to',
  'channels:join': 'Join public channels',
  'channels:read': 'View basic information about public channels',
  'chat:write': 'Send messages as itself',
  'chat:write.public': 'Send messages to channels it isn’t a member of',
  commands: 'Add shortcuts and slash commands that people can use',
  'dnd:read': 'View Do Not Disturb settings',
  'files:read': 'View files shared in conversations that it has been added to',
  'files:write': 'Upload, edit and delete files as itself',
  'groups:history': 'View messages in private channels that it has been added to',
  'groups:read': 'View basic information about private channels that it has been added to',
  'im:history': 'View messages in direct messages that it has been added to',
  'im:write': 'Start direct messages with people',
  'mpim:write': 'Start group direct messages with people',
  'reactions:read': 'View emoji reactions in conversations that it has been added to',
  'reactions:write': 'Add and edit emoji reactions',
  'usergroups:read': 'View user groups',
  'users.profile:read': 'View profile details about people',
  'users:read': 'View people in the workspace',
  'users:read.email': 'View email addresses of people in the workspace',
};

/** The page that asks somebody whether the app may come in. It has no script; the form goes back where it came from. */
export function installPage(world: World, query: URLSearchParams, { scopes }: Asked): string {
  const { team, bot } = world.state;
  const who = installer(world)?.real_name ?? '';
  const hidden = [...query].map(([name, value]) => `<input type="hidden" name="${esc(name)}" value="${esc(value)}">`);
  const asks = scopes.map((scope) => `<li>${esc(MEANINGS[scope] ?? scope)} <code>${esc(scope)}</code></li>`);
  return page(
    `${bot.name} asks to be let into ${team.name}`,
    `<p>Signed in to <strong>${esc(team.name)}</strong> as ${esc(who)}.</p>
<h2>What will ${esc(bot.name)} be able to do?</h2>
<ul>${asks.join('')}</ul>
<form method="post" action="/oauth/v2/authorize">${hidden.join('')}
<button name="answer" value="cancel">Cancel</button>
<button name="answer" value="allow" class="yes">Allow</button>
</form>`,
  );
}

/** The page for a link that Slack doesn't follow. */
export const refusedPage = (error: string): string =>
  page('Something went wrong when authorizing this app', `<p>Error details: <code>${esc(error)}</code></p>`);

/** What somebody sees who asks for a file without being signed in. */
export const signInPage = (team: string): string =>
  page(`Sign in to ${team}`, '<p>Only people of this workspace, and apps with a token, can see this.</p>');

const page = (title: string, body: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${esc(title)}</title>
<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head>
<body><main><h1>${esc(title)}</h1>
${body}
</main></body></html>
`;

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;margin:0;background:#f4f2ef;color:#22252a}
main{max-width:34rem;margin:4rem auto;padding:2rem;background:#fff;border-radius:.75rem}
h1{font-size:1.5rem;line-height:1.25;margin:0}h2{font-size:1rem}code{font-size:.8em;color:#565b64}
form{display:flex;gap:.75rem;justify-content:flex-end}
button{font:inherit;padding:.5rem 1.25rem;border:1px solid #8a8f98;border-radius:.4rem;background:#fff;color:inherit}
.yes{background:#24524a;border-color:#24524a;color:#fff}
@media(prefers-color-scheme:dark){body{background:#1a1c1f;color:#e8e6e1}main{background:#25282c}
code{color:#b3b8c1}button:not(.yes){background:#25282c}}`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const esc = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
