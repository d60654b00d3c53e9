-- CreateIndex
CREATE INDEX "drafts_workspace_id_user_id_kind_idx" ON "drafts"("workspace_id", "user_id", "kind");
