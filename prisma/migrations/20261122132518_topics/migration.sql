-- AlterTable
ALTER TABLE "conversations" ADD COLUMN     "topic" TEXT;

-- CreateIndex
CREATE INDEX "conversation_words_workspace_id_word_of_id_idx" ON "conversation_words"("workspace_id", "word", "of_id");

-- CreateIndex
CREATE INDEX "conversations_workspace_id_topic_held_on_idx" ON "conversations"("workspace_id", "topic", "held_on");
