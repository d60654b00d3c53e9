-- DropIndex
DROP INDEX "outbox_workspace_id_kind_subject_idx";

-- CreateIndex
CREATE INDEX "outbox_workspace_id_kind_subject_due_at_idx" ON "outbox"("workspace_id", "kind", "subject", "due_at");
