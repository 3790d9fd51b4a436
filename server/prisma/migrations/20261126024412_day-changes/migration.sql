-- CreateTable
CREATE TABLE "day_changes" (
    "site_id" UUID NOT NULL,
    "number" BIGINT NOT NULL,
    "dates" DATE[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "day_changes_pkey" PRIMARY KEY ("site_id","number")
);

-- AddForeignKey
ALTER TABLE "day_changes" ADD CONSTRAINT "day_changes_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "sites"("id") ON DELETE CASCADE ON UPDATE CASCADE;
