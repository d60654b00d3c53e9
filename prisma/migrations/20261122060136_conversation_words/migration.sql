-- CreateTable
CREATE TABLE "conversation_words" (
    "workspace_id" TEXT NOT NULL DEFAULT current_setting('mantra.workspace'::text),
    "of_id" UUID NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "conversation_words_pkey" PRIMARY KEY ("workspace_id","of_id","word")
);

-- AddForeignKey
ALTER TABLE "conversation_words" ADD CONSTRAINT "conversation_words_workspace_id_of_id_fkey" FOREIGN KEY ("workspace_id", "of_id") REFERENCES "conversations"("workspace_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
-- By hand. Prefix search is `word >= 'zu' AND word < 'zv'`: only "C" orders that way whatever the server's language.
ALTER TABLE "conversation_words" ALTER COLUMN "word" TYPE TEXT COLLATE "C";

ALTER TABLE "conversation_words" ADD CHECK (workspace_id <> '');
ALTER TABLE "conversation_words" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "conversation_words" FORCE ROW LEVEL SECURITY;
CREATE POLICY workspace ON "conversation_words" USING (workspace_id = current_setting('mantra.workspace', true));

-- The words of what has been saved before, nearly as src/words.ts finds them; an edit writes them anew. Under FORCE the
-- owner sees only the rows of the workspace it names.
DO $$ DECLARE one text; BEGIN
  FOR one IN SELECT id FROM workspaces LOOP
    PERFORM set_config('mantra.workspace', one, true);
    INSERT INTO conversation_words (workspace_id, of_id, word)
    SELECT DISTINCT one, c.id, left(w.word, 40)
    FROM conversations c, regexp_split_to_table(
      lower(regexp_replace(normalize(concat_ws(' ', c.learned, c.need, c.said), NFD), '[\u0300-\u036f]', '', 'g')),
      '[^[:alnum:]]+') AS w(word)
    WHERE c.workspace_id = one AND w.word <> '';
  END LOOP;
  PERFORM set_config('mantra.workspace', '', true);
END $$;
