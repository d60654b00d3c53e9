import type { ConfirmationDialog } from '@slack/types';
import { Label, Text } from '../text/text.tsx';
import { Dialog } from './dialog.tsx';

type Props = { confirm: ConfirmationDialog; answer(yes: boolean): void };

/** "Are you sure?", in the app's words. */
export const ConfirmDialog = ({ confirm, answer }: Props) => (
  <Dialog
    title={<Label text={confirm.title?.text ?? 'Are you sure?'} />}
    onEscape={() => answer(false)}
    className="confirm"
  >
    <div class="dialog-body">
      <Text of={confirm.text} />
    </div>
    <footer>
      <button type="button" class="button" onClick={() => answer(false)}>
        <Label text={confirm.deny?.text ?? 'Cancel'} />
      </button>
      <button type="button" class={`button ${confirm.style ?? 'primary'}`} onClick={() => answer(true)}>
        <Label text={confirm.confirm?.text ?? 'Yes'} />
      </button>
    </footer>
  </Dialog>
);
