-- CreateIndex
CREATE INDEX "customers_workspace_id_folded_id_idx" ON "customers"("workspace_id", "folded", "id");
