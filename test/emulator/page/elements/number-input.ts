import type { NumberInput } from '@slack/types';

/** What tells everybody that a text field is one for numbers, and between which bounds. */
export function numberAttributes(element: NumberInput) {
  const { is_decimal_allowed: decimals, min_value: least, max_value: most } = element;
  return {
    role: 'spinbutton' as const,
    inputMode: decimals ? ('decimal' as const) : ('numeric' as const),
    title: boundsInWords(element),
    'aria-valuemin': least === undefined ? undefined : Number(least),
    'aria-valuemax': most === undefined ? undefined : Number(most),
  };
}

function boundsInWords({ is_decimal_allowed: decimals, min_value: least, max_value: most }: NumberInput): string {
  const bounds = [least !== undefined && `at least ${least}`, most !== undefined && `at most ${most}`].filter(Boolean);
  return [decimals ? 'A number' : 'A whole number', bounds.join(' and ')].filter(Boolean).join(', ');
}

/** The number an arrow key leads to, inside the bounds; undefined for any other key. */
export function stepped(key: string, value: string, element: NumberInput): string | undefined {
  const step = { ArrowUp: 1, ArrowDown: -1 }[key];
  if (step === undefined) return undefined;
  const { min_value: least = '-Infinity', max_value: most = 'Infinity' } = element;
  const isNumber = value.trim() !== '' && !Number.isNaN(Number(value));
  const next = isNumber ? Number(value) + step : Number(element.min_value ?? 0);
  return String(Math.min(Math.max(next, Number(least)), Number(most)));
}
