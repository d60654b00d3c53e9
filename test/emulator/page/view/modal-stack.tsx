import type { ComponentChildren } from 'preact';
import type { PageView } from '../contract.ts';
import { Modal } from './modal.tsx';

/** The open modals; the one on top is seen. `children` stand inside it, because nothing outside can be reached. */
export function ModalStack({ modals, children }: { modals: readonly PageView[]; children: ComponentChildren }) {
  const top = modals.at(-1);
  if (!top) return null;
  return (
    <Modal key={top.id} view={top} below={modals.length - 1}>
      {children}
    </Modal>
  );
}
