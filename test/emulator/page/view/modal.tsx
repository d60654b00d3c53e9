import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Blocks } from '../blocks/block.tsx';
import { PlaceProvider } from '../blocks/place.ts';
import type { PageView } from '../contract.ts';
import { Label } from '../text/text.tsx';
import { useDoing } from '../workspace/doing.ts';
import { usePlaceOf } from '../workspace/use-place.ts';
import { Dialog } from './dialog.tsx';

type ModalProps = {
  view: PageView;
  /** How many modals lie under it. */
  below: number;
  children: ComponentChildren;
};

/** A form of the app. While it is being saved it waits; what is wrong then stands beside the fields. */
export function Modal({ view, below, children }: ModalProps) {
  const { send } = useDoing();
  const [busy, setBusy] = useState(false);
  const { place, tellAll } = usePlaceOf({
    surface: 'modal',
    container: { kind: 'view', viewId: view.id },
    values: view.values,
    errors: view.errors,
  });
  const submit = async () => {
    if (busy) return;
    setBusy(true);
    await tellAll();
    await send({ what: 'submits' });
    setBusy(false);
  };
  const close = (all: boolean) => void send({ what: 'closes', all });
  return (
    <Dialog title={<Label text={view.title} />} onEscape={() => close(false)} className="modal">
      {below > 0 && (
        <button type="button" class="icon back" aria-label="Back" title="Back" onClick={() => close(false)}>
          ‹
        </button>
      )}
      <button type="button" class="icon close" aria-label="Close" title="Close" onClick={() => close(true)}>
        ×
      </button>
      <PlaceProvider value={place}>
        <div class="dialog-body">
          <Blocks blocks={view.blocks} />
        </div>
      </PlaceProvider>
      <footer>
        <button type="button" class="button" onClick={() => close(false)}>
          <Label text={view.close} />
        </button>
        {view.submit && (
          <button type="button" class="button primary" aria-busy={busy} onClick={() => void submit()}>
            <Label text={view.submit} />
          </button>
        )}
      </footer>
      {children}
    </Dialog>
  );
}
