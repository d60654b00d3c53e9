import { useLayoutEffect, useRef } from 'preact/hooks';
import { useReading } from '../text/reading.ts';
import { Mrkdwn } from '../text/text.tsx';
import { useBeside } from './beside.ts';
import { say } from './texts.ts';
import type { Card } from './use-tour.ts';

/** The tour's small card, beside what it speaks of. `seen`: anything that changes when the page does. */
export function TourCard({ card, seen }: { card: Card; seen: unknown }) {
  const t = say(useReading().reader.locale);
  const own = useRef<HTMLElement>(null);
  const ring = useRef<HTMLDivElement>(null);
  useBeside(own, ring, card.beside, seen);
  useLayoutEffect(
    () => () => {
      if (own.current?.contains(document.activeElement)) document.querySelector<HTMLElement>('main')?.focus();
    },
    [],
  );
  return (
    <>
      <div class="tour ring" ref={ring} hidden aria-hidden="true" />
      <section class="tour card-of-tour" ref={own} aria-label={t.tour}>
        <header>
          <small>{card.step === undefined ? t.tour : t.of(card.step, card.steps)}</small>
          <button type="button" class="icon" aria-label={t.close} title={t.close} onClick={card.close}>
            ×
          </button>
        </header>
        <div aria-live="polite">
          <Mrkdwn source={card.says} />
          {card.lost && <p class="error">{t.lost}</p>}
        </div>
        <Choices card={card} />
      </section>
    </>
  );
}

/** One button stays the same through all steps, so that whoever presses it by key keeps the focus. */
function Choices({ card: { step, aside, busy, show, next, become } }: { card: Card }) {
  const t = say(useReading().reader.locale);
  const isEnd = step === undefined;
  return (
    <div class="choices">
      <button type="button" class="button primary" aria-busy={busy} onClick={isEnd ? next : show}>
        {isEnd ? t.done : t.show}
      </button>
      {!isEnd && (
        <button type="button" class="button" onClick={next}>
          {t.next}
        </button>
      )}
      {aside && (
        <button type="button" class="aside" onClick={() => become(aside.person)}>
          {aside.says}
        </button>
      )}
    </div>
  );
}
