-- AlterTable
ALTER TABLE "idempotent_answers" ADD COLUMN     "touched" JSONB;
