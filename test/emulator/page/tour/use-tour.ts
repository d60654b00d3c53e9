import { useEffect, useRef, useState } from 'preact/hooks';
import { fetchTour } from '../api.ts';
import type { PageState } from '../contract.ts';
import type { Where } from '../workspace/address.ts';
import { type Around, doDeeds } from './do-deeds.ts';
import { holds, type Sight } from './holds.ts';
import { useProgress } from './progress.ts';
import type { Tour, TourStep } from './tour.ts';

/** The tour as it stands now. Without a `card` it is closed. */
export type TourNow = { card: Card | undefined; start(): void };

/** Where in the tour somebody is, and what they can do there. */
export type Card = {
  says: string;
  beside: string | undefined;
  /** Counted from 1; undefined at the end. */
  step: number | undefined;
  steps: number;
  aside: Tour['aside'];
  /** Something is being shown. */
  busy: boolean;
  /** What was to be shown couldn't be. */
  lost: boolean;
  show(): void;
  next(): void;
  close(): void;
  become(person: string): void;
};

/** Leads a newcomer through the tour that this workspace has; undefined where it has none. */
export function useTour(
  state: PageState | undefined,
  tab: Where['tab'],
  go: (to: Partial<Where>) => void,
): TourNow | undefined {
  const tour = useTourFor(state?.me.id);
  const { progress, moveTo } = useProgress(state, tour);
  const hand = useHand();
  const steps = tour?.steps ?? [];
  const at = progress === undefined || progress === 'closed' ? undefined : progress;
  const step = at && steps[at.step];
  const sight = at && state && { state, tab, began: at.began };
  useAdvance(at?.step, step, sight, () => at && moveTo(at.step + 1));
  const newest = useRef({ sight, go });
  newest.current = { sight, go };

  if (!tour || !state) return undefined;
  const around: Around = {
    targets: () => newest.current.sight?.state.clock.targets ?? [],
    holds: (condition) => newest.current.sight !== undefined && holds(condition, newest.current.sight),
    go: (to) => newest.current.go(to),
  };
  const card = at && {
    says: step?.says ?? tour.end,
    beside: step?.beside,
    step: step && at.step + 1,
    steps: steps.length,
    aside: at.step === 0 ? tour.aside : undefined,
    busy: hand.busy,
    lost: hand.lost,
    show: () => void hand.does(() => doDeeds(step?.show ?? [], around)),
    next() {
      hand.forget();
      moveTo(step ? at.step + 1 : 'closed');
    },
    close: () => moveTo('closed'),
    become: (as: string) => go({ as, in: '' }),
  };
  return {
    card,
    start() {
      go({ as: '', in: '', tab: 'messages' });
      moveTo(0);
    },
  };
}

/** The tour in the words of whoever sits here; asked for anew when somebody else sits down. */
function useTourFor(me: string | undefined): Tour | undefined {
  const [tour, setTour] = useState<Tour | undefined>();
  useEffect(() => {
    if (me === undefined) return undefined;
    let left = false;
    void fetchTour(me).then(
      (found) => left || setTour(found ?? undefined),
      () => {}, // nobody answers: the page says so itself
    );
    return () => {
      left = true;
    };
  }, [me]);
  return tour;
}

/** Goes on when the step's condition comes true while the step is shown; one that was true before waits for Next. */
function useAdvance(at: number | undefined, step: TourStep | undefined, sight: Sight | undefined, goOn: () => void) {
  const seen = useRef<{ at: number; held: boolean } | undefined>(undefined);
  useEffect(() => {
    if (at === undefined || !step || !sight) return;
    const held = holds(step.until, sight);
    const before = seen.current;
    seen.current = { at, held };
    if (held && before?.at === at && !before.held) goOn();
  });
}

/** Shows one thing at a time. */
function useHand() {
  const [busy, setBusy] = useState(false);
  const [lost, setLost] = useState(false);
  return {
    busy,
    lost,
    forget: () => setLost(false),
    async does(work: () => Promise<void>) {
      if (busy) return;
      setBusy(true);
      setLost(false);
      try {
        await work();
      } catch {
        setLost(true); // something isn't on this page, or the clock is on its way already
      } finally {
        setBusy(false);
      }
    },
  };
}
