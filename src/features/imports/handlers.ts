import { once } from '../../db/once.ts';
import type { Deps } from '../../deps.ts';
import type { Due } from '../../feature.ts';
import type { Turn } from '../../slack/action.ts';
import { downloadFile } from '../../slack/files.ts';
import type { ModalListener } from '../../slack/modal.ts';
import { plus } from '../../time.ts';
import { fileForm } from './form.ts';
import { reportKind } from './messages.ts';
import { MOST_BYTES, type Outcome } from './rules.ts';
import { runImport } from './run.ts';
import { importStore } from './store.ts';
import { begunView, fileView } from './views.ts';

/** Somebody is told how far it is once in so many rows. */
const TOLD_EVERY = 5_000;

/** An import that hasn't got on for so long, in minutes, was cut short. */
const STALLED_MINUTES = 5;

/** Asks for the file. */
export const openImport = (_deps: Deps, turn: Turn) => turn.open(fileView(turn.lang));

/** Begins at once, and reads the file once Slack has its answer. */
export const fileListener: ModalListener = {
  id: fileForm.id,
  by: 'admin',
  async submit(deps, turn, view) {
    const read = fileForm.read(view, turn.lang);
    if (!read.ok) return { errors: read.errors };
    const { clock, outbox } = deps;
    const [id, by] = [deps.ids.uuid(), turn.person.userId];
    const begun = await deps.db.run(async (tx) => {
      if (!(await once(tx, turn.requestId, clock.now()))) return false;
      await importStore(tx).begin(id, by, clock.now());
      const put = { kind: reportKind, recipient: by, subject: id, dueAt: clock.now(), zone: turn.person.zone };
      await outbox.put(tx, [put]);
      return true;
    });
    return { update: begunView(turn.lang), ...(begun && { after: () => readFile(deps, id, by, read.fields.file) }) };
  },
};

/** What was being read when its instance went down: nothing of it was taken, and its owner hears that. */
export const stalledDue: Due = {
  name: 'imports.stalled',
  mayBe: (now) => now.getUTCMinutes() % STALLED_MINUTES === 0,
  async rows({ outbox }, tx, now) {
    const store = importStore(tx);
    for (const { id, by } of await store.stalled(plus(now, { minutes: -STALLED_MINUTES }))) {
      await store.callOff(id);
      if (by) await outbox.change(tx, { kind: reportKind, recipient: by, subject: id });
    }
    return [];
  },
};

async function readFile(deps: Deps, id: string, by: string, fileId: string): Promise<void> {
  const change = (tx: Parameters<Deps['outbox']['change']>[0]) =>
    deps.outbox.change(tx, { kind: reportKind, recipient: by, subject: id });
  const bytes = await downloadFile(deps, fileId, MOST_BYTES);
  if (typeof bytes === 'string')
    return deps.db.run(async (tx) => {
      const refused: Outcome = { refused: bytes };
      await importStore(tx).end(id, refused);
      await change(tx);
    });
  const told = async (tx: Parameters<typeof change>[0], read: number) =>
    read % TOLD_EVERY === 0 ? change(tx) : undefined;
  await runImport(deps, { id, by, bytes, told });
}
