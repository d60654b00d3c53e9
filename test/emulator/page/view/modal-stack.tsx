import type { ComponentChildren } from 'preact';
import type { PageView } from '../contract.ts';
import { Modal } from './modal.tsx';

/** The open modals; the one on top is seen. Notices stand inside it, because nothing outside can be reached. */
export function ModalStack({ modals, notices }: { modals: readonly PageView[]; notices: ComponentChildren }) {
  const top = modals.at(-1);
  if (!top) return null;
  return (
    <Modal key={top.id} view={top} below={modals.length - 1}>
      {notices}
    </Modal>
  );
}
