-- CreateTable
CREATE TABLE "plans" (
    "workspace_id" TEXT NOT NULL DEFAULT current_setting('mantra.workspace'::text),
    "user_id" TEXT NOT NULL,
    "on_day" DATE NOT NULL,
    "customer_id" UUID,
    "kind" TEXT NOT NULL,
    "words" TEXT,
    "asked_on" DATE,
    "ended" TEXT,

    CONSTRAINT "plans_pkey" PRIMARY KEY ("workspace_id","user_id")
);

-- CreateIndex
CREATE INDEX "plans_workspace_id_asked_on_on_day_idx" ON "plans"("workspace_id", "asked_on", "on_day");
-- By hand, as for every bound table: the rows of the workspace that the transaction names, nothing else.
ALTER TABLE "plans" ADD CHECK (workspace_id <> '');
ALTER TABLE "plans" ADD CHECK (ended IN ('done', 'never-mind'));
ALTER TABLE "plans" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "plans" FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace ON "plans" USING (workspace_id = current_setting('mantra.workspace', true));
