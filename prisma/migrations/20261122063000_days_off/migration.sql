-- DropIndex
DROP INDEX "people_workspace_id_member_zone_idx";

-- AlterTable
ALTER TABLE "people" ADD COLUMN     "country" TEXT,
ADD COLUMN     "joined_on" DATE,
ADD COLUMN     "week" TEXT NOT NULL DEFAULT '12345';

-- CreateTable
CREATE TABLE "absences" (
    "workspace_id" TEXT NOT NULL DEFAULT current_setting('mantra.workspace'::text),
    "user_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE,

    CONSTRAINT "absences_pkey" PRIMARY KEY ("workspace_id","user_id","source","from_day")
);

-- CreateTable
CREATE TABLE "rosters" (
    "workspace_id" TEXT NOT NULL DEFAULT current_setting('mantra.workspace'::text),
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rosters_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateIndex
CREATE INDEX "absences_workspace_id_until_day_idx" ON "absences"("workspace_id", "until_day");

-- CreateIndex
CREATE INDEX "people_workspace_id_member_zone_week_country_idx" ON "people"("workspace_id", "member", "zone", "week", "country");

-- CreateIndex
CREATE INDEX "people_workspace_id_joined_on_idx" ON "people"("workspace_id", "joined_on");

-- By hand, below what Prisma writes.
ALTER TABLE "people" ADD CONSTRAINT "people_week" CHECK ("week" ~ '^1?2?3?4?5?6?7?$' AND "week" <> '');
ALTER TABLE "absences" ADD CONSTRAINT "absences_source" CHECK ("source" IN ('own', 'status'));
ALTER TABLE "absences" ADD CONSTRAINT "absences_days" CHECK ("until_day" >= "from_day");

DO $$ DECLARE bound text; BEGIN
  FOREACH bound IN ARRAY ARRAY['absences', 'rosters'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CHECK (workspace_id <> '''')', bound);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', bound);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', bound);
    EXECUTE format('CREATE POLICY workspace ON %I USING (workspace_id = current_setting(''mantra.workspace'', true))', bound);
  END LOOP;
END $$;
