-- AlterTable
ALTER TABLE "customers" ADD COLUMN     "merged_into" UUID;

-- CreateIndex
CREATE INDEX "customers_workspace_id_merged_into_idx" ON "customers"("workspace_id", "merged_into");

-- CreateIndex
CREATE INDEX "plans_workspace_id_customer_id_idx" ON "plans"("workspace_id", "customer_id");
