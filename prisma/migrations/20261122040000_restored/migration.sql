-- AlterTable
ALTER TABLE "senders" ADD COLUMN     "restored_at" TIMESTAMPTZ(3),
ADD COLUMN     "restored_fence" INTEGER;
