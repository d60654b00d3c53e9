import { useState } from 'preact/hooks';

/** JSON that can be read, searched with the browser's own search, and copied. */
export function Json({ title, value }: { title: string; value: unknown }) {
  const [copied, setCopied] = useState(false);
  const text = JSON.stringify(value, undefined, 2);
  const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <figure class="json">
      <figcaption>
        {title}
        <button type="button" class="link" aria-label={`Copy: ${title}`} onClick={copy}>
          <span role="status">{copied ? 'Copied' : 'Copy'}</span>
        </button>
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>{text}</pre>
    </figure>
  );
}
