import { Unknown } from '../blocks/unknown.tsx';

/** Icons that Slack draws itself (docs.slack.dev/reference/block-kit/composition-objects/slack-icon-object), each with the sign nearest to it. */
const SIGNS = `
archive 🗄️ book 📖 bookmark 🔖 bot 🤖 bug 🐛 calendar 📅 call 📞 caret-left ◂ caret-right ▸ check ✅ clipboard 📋
code 💻 comment 💬 compass 🧭 copy 📑 cube 🧊 download 📥 edit ✏️ email ✉️ eye-closed 🙈 eye-open 👁️ file 📄
flag 🚩 folder 📁 gear ⚙️ globe 🌍 heart ❤️ help ❔ image 🖼️ info ℹ️ key 🔑 lightbulb 💡 link 🔗 map 🗺️
mobile 📱 new-window 🪟 pin 📌 plus ➕ refine 🎛️ refresh 🔄 rocket 🚀 save 💾 screen 🖥️ share 📤 sparkle ✨
star ☆ star-filled ⭐ tag 🏷️ thumbs-down 👎 thumbs-up 👍 trash 🗑️ upload ⬆️ user 👤 warning ⚠️
`;

const BY_NAME: ReadonlyMap<string, string> = new Map(
  SIGNS.trim()
    .split(/\s+/)
    .flatMap((name, at, all) => (at % 2 === 0 ? [[name, all[at + 1] ?? '']] : [])),
);

/** One of Slack's own icons beside a title. */
export function SlackIcon({ type, name }: { type: string; name: string }) {
  const sign = BY_NAME.get(name);
  if (type !== 'icon') return <Unknown kind="value of type" type={type} />;
  if (sign === undefined) return <Unknown kind="icon" type={name} />;
  return (
    <span class="slack-icon" aria-hidden="true" title={name}>
      {sign}
    </span>
  );
}
