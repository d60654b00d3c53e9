/** What this page can't draw is seen, so that nobody believes it isn't there. */
export const Unknown = ({ kind, type }: { kind: 'block' | 'element'; type: string }) => (
  <div class="unknown">
    This page can't draw the {kind} <code>{type}</code> yet.
  </div>
);
