-- CreateTable
CREATE TABLE "customer_imports" (
    "workspace_id" TEXT NOT NULL DEFAULT current_setting('mantra.workspace'::text),
    "id" UUID NOT NULL,
    "by" TEXT,
    "state" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "heard_at" TIMESTAMPTZ(3) NOT NULL,
    "read" INTEGER NOT NULL DEFAULT 0,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "outcome" JSONB,

    CONSTRAINT "customer_imports_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "customer_import_rows" (
    "workspace_id" TEXT NOT NULL DEFAULT current_setting('mantra.workspace'::text),
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "customer_id" UUID NOT NULL,
    "is_new" BOOLEAN NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "key" TEXT,
    "status" TEXT NOT NULL,
    "contact_id" TEXT,
    "fits" BOOLEAN,
    "segment" TEXT,
    "do_not_contact" BOOLEAN NOT NULL,

    CONSTRAINT "customer_import_rows_pkey" PRIMARY KEY ("workspace_id","import_id","line")
);

-- CreateIndex
CREATE INDEX "customer_imports_workspace_id_state_heard_at_idx" ON "customer_imports"("workspace_id", "state", "heard_at");
-- By hand, as for every bound table: the rows of the workspace that the transaction names, nothing else.
ALTER TABLE "customer_imports" ADD CHECK (workspace_id <> '');
ALTER TABLE "customer_imports" ADD CHECK (state IN ('reading', 'done', 'refused', 'cut-short'));
ALTER TABLE "customer_imports" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "customer_imports" FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace ON "customer_imports" USING (workspace_id = current_setting('mantra.workspace', true));
ALTER TABLE "customer_import_rows" ADD CHECK (workspace_id <> '');
ALTER TABLE "customer_import_rows" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "customer_import_rows" FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace ON "customer_import_rows" USING (workspace_id = current_setting('mantra.workspace', true));
