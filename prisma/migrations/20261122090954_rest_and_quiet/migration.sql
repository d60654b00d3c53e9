-- AlterTable
-- What was before counts as noticed: nobody watched then, and nobody is left in peace for months of that time.
ALTER TABLE "nudges" ADD COLUMN     "closing" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "noticed" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "nudges" ALTER COLUMN "noticed" SET DEFAULT false;

-- AlterTable
ALTER TABLE "people" ADD COLUMN     "nudge_day" SMALLINT;

-- CreateIndex
CREATE INDEX "people_workspace_id_nudge_day_idx" ON "people"("workspace_id", "nudge_day");

-- CreateIndex
CREATE INDEX "rests_workspace_id_until_idx" ON "rests"("workspace_id", "until");

-- By hand, below what Prisma writes.
ALTER TABLE "people" ADD CONSTRAINT "people_nudge_day" CHECK ("nudge_day" BETWEEN 2 AND 20);
