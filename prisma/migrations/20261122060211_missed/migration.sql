-- CreateTable
CREATE TABLE "nudge_spreads" (
    "workspace_id" TEXT NOT NULL DEFAULT current_setting('mantra.workspace'::text),
    "month" TEXT NOT NULL,
    "days" SMALLINT NOT NULL,

    CONSTRAINT "nudge_spreads_pkey" PRIMARY KEY ("workspace_id","month")
);

-- CreateTable
CREATE TABLE "asked" (
    "workspace_id" TEXT NOT NULL DEFAULT current_setting('mantra.workspace'::text),
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "asked_pkey" PRIMARY KEY ("workspace_id")
);

-- By hand, as for every bound table (init): the rows of the workspace that the transaction names, nothing else.
DO $$ DECLARE bound text; BEGIN
  FOREACH bound IN ARRAY ARRAY['nudge_spreads', 'asked'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CHECK (workspace_id <> '''')', bound);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', bound);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', bound);
    EXECUTE format('CREATE POLICY workspace ON %I USING (workspace_id = current_setting(''mantra.workspace'', true))', bound);
  END LOOP;
END $$;
