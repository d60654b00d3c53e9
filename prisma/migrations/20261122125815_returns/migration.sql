-- CreateTable
CREATE TABLE "returns" (
    "workspace_id" TEXT NOT NULL DEFAULT current_setting('mantra.workspace'::text),
    "user_id" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "unwanted_at" TIMESTAMPTZ(3),

    CONSTRAINT "returns_pkey" PRIMARY KEY ("workspace_id","user_id")
);

-- CreateIndex
CREATE INDEX "returns_workspace_id_used_at_idx" ON "returns"("workspace_id", "used_at");
-- By hand, as for every bound table: the rows of the workspace that the transaction names, nothing else.
ALTER TABLE "returns" ADD CHECK (workspace_id <> '');
ALTER TABLE "returns" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "returns" FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace ON "returns" USING (workspace_id = current_setting('mantra.workspace', true));
