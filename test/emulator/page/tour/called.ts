const NAMED = 'button, [role="tab"], input, textarea';

/** What goes by that name and can be seen: the newest, in the window on top where there is one. */
export function called(name: string): HTMLElement | undefined {
  const top = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
  return [...top.querySelectorAll<HTMLElement>(NAMED)]
    .filter((element) => nameOf(element) === name && element.checkVisibility() && !element.closest('.tour'))
    .at(-1);
}

/** The name as somebody hears it who can't see the page. */
function nameOf(element: HTMLElement): string {
  const labels = element.getAttribute('aria-labelledby')?.split(' ') ?? [];
  const labelled = labels.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
  const own = 'labels' in element && element.labels instanceof NodeList ? element.labels[0]?.textContent : undefined;
  return (labelled || element.ariaLabel || own || element.textContent).trim();
}
