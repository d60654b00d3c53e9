type Kind = 'block' | 'element' | 'icon' | 'color' | `value of ${string}`;

/** What this page can't draw is seen, so that nobody believes it isn't there. */
export const Unknown = ({ kind, type }: { kind: Kind; type: string }) => (
  <span class="unknown" role="note">
    This page can't draw the {kind} <code>{type}</code> yet.
  </span>
);
