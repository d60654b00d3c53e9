-- CreateTable
CREATE TABLE "workspaces" (
    "id" TEXT NOT NULL,
    "team_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bot_user_id" TEXT NOT NULL,
    "installed_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "workspaces_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "people" (
    "workspace_id" TEXT NOT NULL DEFAULT current_setting('mantra.workspace'::text),
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "member" BOOLEAN NOT NULL,
    "admin" BOOLEAN NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "people_pkey" PRIMARY KEY ("workspace_id","user_id")
);

-- CreateTable
CREATE TABLE "rests" (
    "workspace_id" TEXT NOT NULL DEFAULT current_setting('mantra.workspace'::text),
    "user_id" TEXT NOT NULL,
    "until" DATE,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rests_pkey" PRIMARY KEY ("workspace_id","user_id")
);

-- CreateTable
CREATE TABLE "customers" (
    "workspace_id" TEXT NOT NULL DEFAULT current_setting('mantra.workspace'::text),
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "sort" TEXT NOT NULL,
    "do_not_contact" BOOLEAN NOT NULL,
    "added_by" TEXT,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "customers_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "customer_words" (
    "workspace_id" TEXT NOT NULL DEFAULT current_setting('mantra.workspace'::text),
    "word" TEXT NOT NULL,
    "of_id" UUID NOT NULL,

    CONSTRAINT "customer_words_pkey" PRIMARY KEY ("workspace_id","word","of_id")
);

-- CreateTable
CREATE TABLE "conversations" (
    "workspace_id" TEXT NOT NULL DEFAULT current_setting('mantra.workspace'::text),
    "id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "learned" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "readers" TEXT NOT NULL,
    "counts" BOOLEAN NOT NULL,
    "need" TEXT,
    "said" TEXT,
    "initiative" TEXT,
    "level" TEXT,
    "minutes" INTEGER,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),

    CONSTRAINT "conversations_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "nudges" (
    "workspace_id" TEXT NOT NULL DEFAULT current_setting('mantra.workspace'::text),
    "user_id" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "customer_id" UUID,
    "skipped" UUID[],
    "answer" TEXT,
    "later_on" DATE,

    CONSTRAINT "nudges_pkey" PRIMARY KEY ("workspace_id","user_id","month")
);

-- CreateTable
CREATE TABLE "closed_weeks" (
    "workspace_id" TEXT NOT NULL DEFAULT current_setting('mantra.workspace'::text),
    "week" TEXT NOT NULL,
    "conversations" INTEGER NOT NULL,
    "closed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "closed_weeks_pkey" PRIMARY KEY ("workspace_id","week")
);

-- CreateTable
CREATE TABLE "settings" (
    "workspace_id" TEXT NOT NULL DEFAULT current_setting('mantra.workspace'::text),
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("workspace_id","scope","key")
);

-- CreateTable
CREATE TABLE "setting_changes" (
    "workspace_id" TEXT NOT NULL DEFAULT current_setting('mantra.workspace'::text),
    "id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "old" JSONB,
    "new" JSONB NOT NULL,
    "by" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "setting_changes_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "drafts" (
    "workspace_id" TEXT NOT NULL DEFAULT current_setting('mantra.workspace'::text),
    "id" UUID NOT NULL,
    "user_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "drafts_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "handled" (
    "workspace_id" TEXT NOT NULL DEFAULT current_setting('mantra.workspace'::text),
    "id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "handled_pkey" PRIMARY KEY ("workspace_id","id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "workspace_id" TEXT NOT NULL DEFAULT current_setting('mantra.workspace'::text),
    "key" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "unasked" BOOLEAN NOT NULL,
    "monthly_habit" BOOLEAN NOT NULL,
    "priority" SMALLINT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "wanted" INTEGER NOT NULL DEFAULT 1,
    "shown" INTEGER NOT NULL DEFAULT 0,
    "claimed" INTEGER NOT NULL DEFAULT 0,
    "gone" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "channel" TEXT,
    "ts" TEXT,
    "fence" INTEGER,
    "lease_until" TIMESTAMPTZ(3),
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "settles_at" TIMESTAMPTZ(3),
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateTable
CREATE TABLE "senders" (
    "workspace_id" TEXT NOT NULL DEFAULT current_setting('mantra.workspace'::text),
    "holder" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "fence" INTEGER NOT NULL DEFAULT 0,
    "rate" DOUBLE PRECISION NOT NULL,
    "tokens" DOUBLE PRECISION NOT NULL,
    "refilled_at" TIMESTAMPTZ(3) NOT NULL,
    "paused_until" TIMESTAMPTZ(3),
    "safe_rate" DOUBLE PRECISION,
    "probed_at" TIMESTAMPTZ(3),
    "clean_since" TIMESTAMPTZ(3) NOT NULL,
    "sent_since" INTEGER NOT NULL DEFAULT 0,
    "troubles" INTEGER NOT NULL DEFAULT 0,
    "plain_until" TIMESTAMPTZ(3),
    "stopped_by" TEXT,

    CONSTRAINT "senders_pkey" PRIMARY KEY ("workspace_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "workspaces_team_id_key" ON "workspaces"("team_id");

-- CreateIndex
CREATE INDEX "people_workspace_id_member_zone_idx" ON "people"("workspace_id", "member", "zone");

-- CreateIndex
CREATE UNIQUE INDEX "customers_workspace_id_sort_folded_key" ON "customers"("workspace_id", "sort", "folded");

-- CreateIndex
CREATE INDEX "conversations_workspace_id_user_id_held_on_idx" ON "conversations"("workspace_id", "user_id", "held_on");

-- CreateIndex
CREATE INDEX "conversations_workspace_id_held_on_idx" ON "conversations"("workspace_id", "held_on");

-- CreateIndex
CREATE INDEX "conversations_workspace_id_customer_id_held_on_idx" ON "conversations"("workspace_id", "customer_id", "held_on");

-- CreateIndex
CREATE INDEX "nudges_workspace_id_later_on_idx" ON "nudges"("workspace_id", "later_on");

-- CreateIndex
CREATE INDEX "nudges_workspace_id_month_customer_id_idx" ON "nudges"("workspace_id", "month", "customer_id");

-- CreateIndex
CREATE INDEX "setting_changes_workspace_id_key_at_idx" ON "setting_changes"("workspace_id", "key", "at");

-- CreateIndex
CREATE INDEX "drafts_workspace_id_expires_at_idx" ON "drafts"("workspace_id", "expires_at");

-- CreateIndex
CREATE INDEX "handled_workspace_id_at_idx" ON "handled"("workspace_id", "at");

-- CreateIndex
CREATE INDEX "outbox_next" ON "outbox"("workspace_id", "state", "priority", "not_before", "due_at", "key");

-- CreateIndex
CREATE INDEX "outbox_workspace_id_recipient_unasked_sent_at_idx" ON "outbox"("workspace_id", "recipient", "unasked", "sent_at");

-- CreateIndex
CREATE INDEX "outbox_workspace_id_kind_subject_idx" ON "outbox"("workspace_id", "kind", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_workspace_id_kind_recipient_subject_key" ON "outbox"("workspace_id", "kind", "recipient", "subject");

-- AddForeignKey
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_workspace_id_customer_id_fkey" FOREIGN KEY ("workspace_id", "customer_id") REFERENCES "customers"("workspace_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand, below what Prisma writes (its diff ignores collations, roles and policies).
-- Prefix search is `word >= 'zu' AND word < 'zv'`: only "C" orders that way whatever the server's language.
ALTER TABLE "customer_words" ALTER COLUMN "word" TYPE TEXT COLLATE "C";

ALTER TABLE "outbox" ADD CONSTRAINT "outbox_state"
  CHECK ("state" IN ('pending', 'sending', 'unknown', 'held', 'sent', 'failed', 'skipped', 'expired'));

ALTER TABLE "customers" ADD CHECK (sort IN ('customer', 'kind'));
ALTER TABLE "conversations" ADD CHECK (readers IN ('colleagues', 'me', 'story', 'story_named'));

-- A role without rights of its own: a superuser or table owner that switches to it is bound by the policies too.
DO $$ BEGIN
  CREATE ROLE mantra_app NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation OR insufficient_privilege THEN NULL; END $$;
DO $$ BEGIN
  EXECUTE format('GRANT mantra_app TO %I', current_user);
  GRANT USAGE ON SCHEMA public TO mantra_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO mantra_app;
  ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO mantra_app;
EXCEPTION WHEN undefined_object OR insufficient_privilege THEN NULL; END $$;

-- Every bound table: the rows of the workspace that the transaction names, nothing else.
-- The CHECK, because a setting that was used once reads as '' for the rest of the session.
DO $$ DECLARE bound text; BEGIN
  FOREACH bound IN ARRAY ARRAY['people', 'rests', 'customers', 'customer_words', 'conversations', 'nudges', 'closed_weeks',
    'settings', 'setting_changes', 'drafts', 'handled', 'outbox', 'senders'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CHECK (workspace_id <> '''')', bound);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', bound);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', bound);
    EXECUTE format('CREATE POLICY workspace ON %I USING (workspace_id = current_setting(''mantra.workspace'', true))', bound);
  END LOOP;
END $$;
