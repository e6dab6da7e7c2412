-- AlterTable
ALTER TABLE "confirmation_record" ADD COLUMN     "seen" JSONB;
