-- AlterTable
ALTER TABLE "plans" ADD COLUMN     "prompted_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "plans_workspace_id_prompted_at_idx" ON "plans"("workspace_id", "prompted_at");
