/** The two languages of the house. */
export type Lang = 'en' | 'nl';

/** Pairs two languages; the compiler refuses a Dutch table that lacks or misspells an English key. */
export function texts<T extends object>(table: { en: T; nl: NoInfer<T> }) {
  return (lang: Lang): T => table[lang];
}

/** Slack gives a person's locale as `nl-NL`; whoever doesn't read Dutch reads English. */
export const langOf = (locale: string | undefined): Lang => (locale?.toLowerCase().startsWith('nl') ? 'nl' : 'en');
