-- AlterTable
ALTER TABLE "customers" ADD COLUMN     "contact_id" TEXT,
ADD COLUMN     "fits" BOOLEAN,
ADD COLUMN     "key" TEXT,
ADD COLUMN     "segment" TEXT,
ADD COLUMN     "status" TEXT NOT NULL DEFAULT 'customer';

-- CreateIndex
CREATE UNIQUE INDEX "customers_workspace_id_key_key" ON "customers"("workspace_id", "key");
-- By hand. Prisma knows no CHECK; the table's policy holds for its new columns too.
ALTER TABLE "customers" ADD CHECK (status IN ('prospect', 'customer', 'former'));
