/** Colours for avatars, dark enough for white initials (at least 4.5 to 1). */
const COLORS = ['8a4b2f', '4a6741', '2f6f73', '7a3e5c', '5b5490', '8a5a00', '3f6a8c', 'a0453f', '5d6b2f', '6d4a86'];

/** The same colour for the same person, every time. */
export function colorOf(id: string): string {
  const sum = [...id].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 9973, 7);
  return COLORS[sum % COLORS.length] ?? '5b5490';
}
