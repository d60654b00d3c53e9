-- CreateTable
CREATE TABLE "companions" (
    "workspace_id" TEXT NOT NULL DEFAULT current_setting('mantra.workspace'::text),
    "conversation_id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "answer" TEXT,
    "named_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "companions_pkey" PRIMARY KEY ("workspace_id","conversation_id","user_id")
);

-- CreateIndex
CREATE INDEX "companions_workspace_id_user_id_answer_idx" ON "companions"("workspace_id", "user_id", "answer");

-- AddForeignKey
ALTER TABLE "companions" ADD CONSTRAINT "companions_workspace_id_conversation_id_fkey" FOREIGN KEY ("workspace_id", "conversation_id") REFERENCES "conversations"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
-- By hand, as for every bound table: the rows of the workspace that the transaction names, nothing else.
ALTER TABLE "companions" ADD CHECK (workspace_id <> '');
ALTER TABLE "companions" ADD CHECK (answer IN ('yes', 'no'));
ALTER TABLE "companions" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "companions" FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace ON "companions" USING (workspace_id = current_setting('mantra.workspace', true));
