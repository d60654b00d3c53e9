const en = {
  tour: 'Guided tour',
  of: (step: number, steps: number) => `${step} of ${steps}`,
  show: 'Show me',
  next: 'Next',
  done: 'Done',
  close: 'Close the tour for good',
  lost: 'I can’t show that here and now. Press Next, and we go on.',
};

const nl: typeof en = {
  tour: 'Rondleiding',
  of: (step, steps) => `${step} van ${steps}`,
  show: 'Laat zien',
  next: 'Verder',
  done: 'Klaar',
  close: 'Sluit de rondleiding voorgoed',
  lost: 'Dat kan ik hier en nu niet laten zien. Druk op Verder, dan gaan we door.',
};

/** The tour's own words, for somebody with that locale. */
export const say = (locale: string) => (locale.startsWith('nl') ? nl : en);
