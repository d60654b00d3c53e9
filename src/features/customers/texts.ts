import { texts } from '../../texts.ts';

export const say = texts({
  en: {
    kindOf: (name: string) => `${name} (kind of customer)`,
    addCustomer: (name: string) => `Add “${name}”`,
    addKind: (name: string) => `Add “${name}” as a kind of customer`,
  },
  nl: {
    kindOf: (name: string) => `${name} (soort klant)`,
    addCustomer: (name: string) => `“${name}” toevoegen`,
    addKind: (name: string) => `“${name}” toevoegen als soort klant`,
  },
});
