-- CreateEnum
CREATE TYPE "resource_strategy" AS ENUM ('first', 'priority', 'even-load');

-- CreateEnum
CREATE TYPE "group_start" AS ENUM ('prefer', 'require');

-- CreateEnum
CREATE TYPE "need_time" AS ENUM ('all', 'active');

-- AlterTable
ALTER TABLE "appointments" ADD COLUMN     "steps" JSONB;

-- Up to now all of a service was work.
UPDATE "appointments" SET "steps" = jsonb_build_array(
  jsonb_build_object('kind', 'active', 'minutes', ceil(extract(epoch FROM "end_at" - "start_at") / 60)::int)
);

ALTER TABLE "appointments" ALTER COLUMN "steps" SET NOT NULL;

-- The same for answers that are given again.
UPDATE "idempotent_answers" SET "answer" = jsonb_set("answer", '{items}', (
  SELECT jsonb_agg(
    item || jsonb_build_object(
      'neededIds', jsonb_build_array(),
      'neededNames', jsonb_build_array(),
      'steps', jsonb_build_array(
        jsonb_build_object('kind', 'active', 'minutes', (item->>'end')::int - (item->>'start')::int)
      )
    ) ORDER BY position
  )
  FROM jsonb_array_elements("answer"->'items') WITH ORDINALITY AS items (item, position)
)) WHERE "answer" ? 'items';

-- AlterTable
ALTER TABLE "booking_settings" ADD COLUMN     "change_minutes" INTEGER NOT NULL DEFAULT 10,
ADD COLUMN     "max_chain_minutes" INTEGER,
ADD COLUMN     "max_idle_minutes" INTEGER,
ADD COLUMN     "prefer_minutes" INTEGER NOT NULL DEFAULT 20,
ADD COLUMN     "resource_strategy" "resource_strategy" NOT NULL DEFAULT 'first';

-- The defaults are those of sites that are there already: new ones say what they want.
ALTER TABLE "booking_settings"
  ALTER COLUMN "change_minutes" DROP DEFAULT,
  ALTER COLUMN "prefer_minutes" DROP DEFAULT,
  ALTER COLUMN "resource_strategy" DROP DEFAULT;

-- AlterTable
ALTER TABLE "resources" ADD COLUMN     "priority" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "resources" ALTER COLUMN "priority" DROP DEFAULT;

-- AlterTable
ALTER TABLE "services" ADD COLUMN     "together" "group_start" NOT NULL DEFAULT 'prefer';

ALTER TABLE "services" ALTER COLUMN "together" DROP DEFAULT;

-- CreateTable
CREATE TABLE "service_needs" (
    "site_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "during" "need_time" NOT NULL,
    "is_shown" BOOLEAN NOT NULL,

    CONSTRAINT "service_needs_pkey" PRIMARY KEY ("site_id","service_id","position")
);

-- CreateTable
CREATE TABLE "service_need_resources" (
    "site_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "need_position" INTEGER NOT NULL,
    "resource_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "service_need_resources_pkey" PRIMARY KEY ("site_id","service_id","need_position","resource_id")
);

-- CreateTable
CREATE TABLE "appointment_needs" (
    "site_id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "appointment_position" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "resource_id" UUID NOT NULL,
    "resource_name" TEXT NOT NULL,
    "is_shown" BOOLEAN NOT NULL,

    CONSTRAINT "appointment_needs_pkey" PRIMARY KEY ("site_id","booking_id","appointment_position","position")
);

-- CreateIndex
CREATE INDEX "service_need_resources_site_id_resource_id_idx" ON "service_need_resources"("site_id", "resource_id");

-- CreateIndex
CREATE INDEX "appointment_needs_site_id_resource_id_idx" ON "appointment_needs"("site_id", "resource_id");

-- AddForeignKey
ALTER TABLE "service_needs" ADD CONSTRAINT "service_needs_site_id_service_id_fkey" FOREIGN KEY ("site_id", "service_id") REFERENCES "services"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_need_resources" ADD CONSTRAINT "service_need_resources_site_id_service_id_need_position_fkey" FOREIGN KEY ("site_id", "service_id", "need_position") REFERENCES "service_needs"("site_id", "service_id", "position") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_need_resources" ADD CONSTRAINT "service_need_resources_site_id_resource_id_fkey" FOREIGN KEY ("site_id", "resource_id") REFERENCES "resources"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment_needs" ADD CONSTRAINT "appointment_needs_site_id_booking_id_appointment_position_fkey" FOREIGN KEY ("site_id", "booking_id", "appointment_position") REFERENCES "appointments"("site_id", "booking_id", "position") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment_needs" ADD CONSTRAINT "appointment_needs_site_id_resource_id_fkey" FOREIGN KEY ("site_id", "resource_id") REFERENCES "resources"("site_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What follows is written by hand: Prisma cannot say it.

ALTER TABLE "booking_settings"
  ADD CONSTRAINT "booking_settings_change_minutes_range" CHECK ("change_minutes" BETWEEN 0 AND 1440),
  ADD CONSTRAINT "booking_settings_prefer_minutes_range" CHECK ("prefer_minutes" BETWEEN 0 AND 1440),
  ADD CONSTRAINT "booking_settings_max_idle_minutes_range" CHECK ("max_idle_minutes" >= 0),
  ADD CONSTRAINT "booking_settings_max_chain_minutes_range" CHECK ("max_chain_minutes" >= 1);

-- A service begins with work: without it nobody would be there to begin it.
ALTER TABLE "services"
  ADD CONSTRAINT "services_steps_kinds" CHECK (
    "steps"->0->>'kind' = 'active'
    AND NOT jsonb_path_exists("steps", '$[*] ? (!exists(@.kind ? (@ == "active" || @ == "processing")))')
  ),
  ADD CONSTRAINT "services_steps_whole_minutes" CHECK (NOT jsonb_path_exists("steps", '$[*] ? (@.minutes % 1 != 0)')),
  ADD CONSTRAINT "services_overlap_group_not_empty" CHECK ("overlap_group" <> ''),
  -- Nothing can be required of a group that is none.
  ADD CONSTRAINT "services_together_needs_group"
    CHECK ("together" = 'prefer' OR ("may_overlap" AND "overlap_group" IS NOT NULL));

ALTER TABLE "service_performers"
  ADD CONSTRAINT "service_performers_steps_kinds" CHECK (
    "steps"->0->>'kind' = 'active'
    AND NOT jsonb_path_exists("steps", '$[*] ? (!exists(@.kind ? (@ == "active" || @ == "processing")))')
  ),
  ADD CONSTRAINT "service_performers_steps_whole_minutes"
    CHECK (NOT jsonb_path_exists("steps", '$[*] ? (@.minutes % 1 != 0)'));

ALTER TABLE "service_needs"
  ADD CONSTRAINT "service_needs_position_range" CHECK ("position" >= 0);

ALTER TABLE "service_need_resources"
  ADD CONSTRAINT "service_need_resources_position_range" CHECK ("position" >= 0);

ALTER TABLE "appointments"
  ADD CONSTRAINT "appointments_steps_not_empty" CHECK (jsonb_typeof("steps") = 'array' AND "steps" <> '[]'),
  ADD CONSTRAINT "appointments_steps_have_minutes"
    CHECK (NOT jsonb_path_exists("steps", '$[*] ? (!exists(@.minutes ? (@ > 0)))')),
  ADD CONSTRAINT "appointments_steps_kinds" CHECK (
    "steps"->0->>'kind' = 'active'
    AND NOT jsonb_path_exists("steps", '$[*] ? (!exists(@.kind ? (@ == "active" || @ == "processing")))')
  ),
  ADD CONSTRAINT "appointments_steps_whole_minutes"
    CHECK (NOT jsonb_path_exists("steps", '$[*] ? (@.minutes % 1 != 0)'));

ALTER TABLE "appointment_needs"
  ADD CONSTRAINT "appointment_needs_position_range" CHECK ("position" >= 0);
