-- Needed by blocks_no_overlap: equality of UUIDs in a GiST index.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- CreateEnum
CREATE TYPE "field_use" AS ENUM ('required', 'optional', 'hidden');

-- CreateEnum
CREATE TYPE "grid_mode" AS ENUM ('opening', 'window');

-- CreateEnum
CREATE TYPE "resource_kind" AS ENUM ('person', 'room', 'device');

-- CreateEnum
CREATE TYPE "booking_state" AS ENUM ('confirmed', 'cancelled');

-- CreateTable
CREATE TABLE "sites" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT,
    "directions" TEXT,
    "privacy_url" TEXT,
    "time_zone" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "publishable_key" TEXT NOT NULL,
    "cancel_notice_minutes" INTEGER NOT NULL,
    "contact_email" "field_use" NOT NULL,
    "contact_phone" "field_use" NOT NULL,
    "contact_note" "field_use" NOT NULL,
    "needs_email_or_phone" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sites_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consents" (
    "site_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "url" TEXT,
    "is_required" BOOLEAN NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "consents_pkey" PRIMARY KEY ("site_id","slug")
);

-- CreateTable
CREATE TABLE "booking_settings" (
    "site_id" UUID NOT NULL,
    "step_minutes" INTEGER NOT NULL,
    "grid_mode" "grid_mode" NOT NULL,
    "buffer_minutes" INTEGER NOT NULL,
    "notice_minutes" INTEGER NOT NULL,
    "horizon_days" INTEGER NOT NULL,

    CONSTRAINT "booking_settings_pkey" PRIMARY KEY ("site_id")
);

-- CreateTable
CREATE TABLE "site_hours" (
    "site_id" UUID NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "start_minute" INTEGER NOT NULL,
    "end_minute" INTEGER NOT NULL,

    CONSTRAINT "site_hours_pkey" PRIMARY KEY ("site_id","weekday")
);

-- CreateTable
CREATE TABLE "categories" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "categories_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "services" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "category_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "steps" JSONB NOT NULL,
    "gap_after_minutes" INTEGER NOT NULL,
    "may_overlap" BOOLEAN NOT NULL,
    "overlap_group" TEXT,
    "price_minor" INTEGER NOT NULL,
    "is_active" BOOLEAN NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "services_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "resources" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "resource_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "capacity" INTEGER NOT NULL,
    "buffer_minutes" INTEGER,
    "notice_minutes" INTEGER,
    "horizon_days" INTEGER,
    "time_zone" TEXT,
    "default_start_minute" INTEGER,
    "default_end_minute" INTEGER,
    "default_break_start_minute" INTEGER,
    "default_break_end_minute" INTEGER,
    "is_active" BOOLEAN NOT NULL,
    "is_choosable" BOOLEAN NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "resources_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "service_performers" (
    "site_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "steps" JSONB,
    "price_minor" INTEGER,
    "position" INTEGER NOT NULL,

    CONSTRAINT "service_performers_pkey" PRIMARY KEY ("site_id","service_id","resource_id")
);

-- CreateTable
CREATE TABLE "working_days" (
    "site_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "is_closed" BOOLEAN NOT NULL,
    "start_minute" INTEGER,
    "end_minute" INTEGER,

    CONSTRAINT "working_days_pkey" PRIMARY KEY ("site_id","resource_id","weekday")
);

-- CreateTable
CREATE TABLE "working_breaks" (
    "site_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "start_minute" INTEGER NOT NULL,
    "end_minute" INTEGER NOT NULL,

    CONSTRAINT "working_breaks_pkey" PRIMARY KEY ("site_id","resource_id","weekday","start_minute")
);

-- CreateTable
CREATE TABLE "days_off" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "resource_id" UUID,
    "start_date" DATE NOT NULL,
    "end_date" DATE NOT NULL,
    "start_minute" INTEGER,
    "end_minute" INTEGER,
    "reason" TEXT,

    CONSTRAINT "days_off_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "clients" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "clients_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "bookings" (
    "site_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "state" "booking_state" NOT NULL,
    "start_at" TIMESTAMPTZ(3) NOT NULL,
    "end_at" TIMESTAMPTZ(3) NOT NULL,
    "party_size" INTEGER NOT NULL,
    "price_minor" INTEGER NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "note" TEXT,
    "consents" TEXT[] NOT NULL,
    "metadata" JSONB NOT NULL,
    "token_generation" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "bookings_pkey" PRIMARY KEY ("site_id","id")
);

-- CreateTable
CREATE TABLE "appointments" (
    "site_id" UUID NOT NULL,
    "booking_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "service_id" UUID NOT NULL,
    "service_name" TEXT NOT NULL,
    "resource_id" UUID NOT NULL,
    "resource_name" TEXT NOT NULL,
    "start_at" TIMESTAMPTZ(3) NOT NULL,
    "end_at" TIMESTAMPTZ(3) NOT NULL,
    "price_minor" INTEGER NOT NULL,

    CONSTRAINT "appointments_pkey" PRIMARY KEY ("site_id","booking_id","position")
);

-- CreateTable
CREATE TABLE "seats" (
    "site_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "id" UUID NOT NULL,

    CONSTRAINT "seats_pkey" PRIMARY KEY ("site_id","resource_id","id")
);

-- CreateTable
CREATE TABLE "blocks" (
    "site_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "seat_id" UUID NOT NULL,
    "start_at" TIMESTAMPTZ(3) NOT NULL,
    "end_at" TIMESTAMPTZ(3) NOT NULL,
    "booking_id" UUID NOT NULL,

    CONSTRAINT "blocks_pkey" PRIMARY KEY ("site_id","resource_id","start_at","seat_id","booking_id")
);

-- CreateTable
CREATE TABLE "idempotent_answers" (
    "site_id" UUID NOT NULL,
    "caller" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "booking_id" UUID NOT NULL,
    "answer" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotent_answers_pkey" PRIMARY KEY ("site_id","caller","operation","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "sites_publishable_key_key" ON "sites"("publishable_key");

-- CreateIndex
CREATE UNIQUE INDEX "categories_site_id_slug_key" ON "categories"("site_id", "slug");

-- CreateIndex
CREATE INDEX "services_site_id_category_id_idx" ON "services"("site_id", "category_id");

-- CreateIndex
CREATE UNIQUE INDEX "services_site_id_slug_key" ON "services"("site_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "resources_site_id_slug_key" ON "resources"("site_id", "slug");

-- CreateIndex
CREATE INDEX "service_performers_site_id_resource_id_idx" ON "service_performers"("site_id", "resource_id");

-- CreateIndex
CREATE INDEX "days_off_site_id_resource_id_idx" ON "days_off"("site_id", "resource_id");

-- CreateIndex
CREATE INDEX "bookings_site_id_start_at_idx" ON "bookings"("site_id", "start_at");

-- CreateIndex
CREATE INDEX "bookings_site_id_client_id_idx" ON "bookings"("site_id", "client_id");

-- CreateIndex
CREATE INDEX "appointments_site_id_service_id_idx" ON "appointments"("site_id", "service_id");

-- CreateIndex
CREATE INDEX "appointments_site_id_resource_id_start_at_idx" ON "appointments"("site_id", "resource_id", "start_at");

-- CreateIndex
CREATE INDEX "blocks_site_id_booking_id_idx" ON "blocks"("site_id", "booking_id");

-- CreateIndex
CREATE INDEX "idempotent_answers_site_id_booking_id_idx" ON "idempotent_answers"("site_id", "booking_id");

-- CreateIndex
CREATE INDEX "idempotent_answers_site_id_created_at_idx" ON "idempotent_answers"("site_id", "created_at");

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "sites"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking_settings" ADD CONSTRAINT "booking_settings_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "sites"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "site_hours" ADD CONSTRAINT "site_hours_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "sites"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "categories" ADD CONSTRAINT "categories_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "sites"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "services" ADD CONSTRAINT "services_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "sites"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "services" ADD CONSTRAINT "services_site_id_category_id_fkey" FOREIGN KEY ("site_id", "category_id") REFERENCES "categories"("site_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resources" ADD CONSTRAINT "resources_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "sites"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_performers" ADD CONSTRAINT "service_performers_site_id_service_id_fkey" FOREIGN KEY ("site_id", "service_id") REFERENCES "services"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_performers" ADD CONSTRAINT "service_performers_site_id_resource_id_fkey" FOREIGN KEY ("site_id", "resource_id") REFERENCES "resources"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "working_days" ADD CONSTRAINT "working_days_site_id_resource_id_fkey" FOREIGN KEY ("site_id", "resource_id") REFERENCES "resources"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "working_breaks" ADD CONSTRAINT "working_breaks_site_id_resource_id_weekday_fkey" FOREIGN KEY ("site_id", "resource_id", "weekday") REFERENCES "working_days"("site_id", "resource_id", "weekday") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "days_off" ADD CONSTRAINT "days_off_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "sites"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "days_off" ADD CONSTRAINT "days_off_site_id_resource_id_fkey" FOREIGN KEY ("site_id", "resource_id") REFERENCES "resources"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clients" ADD CONSTRAINT "clients_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "sites"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "sites"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bookings" ADD CONSTRAINT "bookings_site_id_client_id_fkey" FOREIGN KEY ("site_id", "client_id") REFERENCES "clients"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_site_id_booking_id_fkey" FOREIGN KEY ("site_id", "booking_id") REFERENCES "bookings"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_site_id_service_id_fkey" FOREIGN KEY ("site_id", "service_id") REFERENCES "services"("site_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_site_id_resource_id_fkey" FOREIGN KEY ("site_id", "resource_id") REFERENCES "resources"("site_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "seats" ADD CONSTRAINT "seats_site_id_resource_id_fkey" FOREIGN KEY ("site_id", "resource_id") REFERENCES "resources"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_site_id_resource_id_seat_id_fkey" FOREIGN KEY ("site_id", "resource_id", "seat_id") REFERENCES "seats"("site_id", "resource_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_site_id_booking_id_fkey" FOREIGN KEY ("site_id", "booking_id") REFERENCES "bookings"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotent_answers" ADD CONSTRAINT "idempotent_answers_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "sites"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotent_answers" ADD CONSTRAINT "idempotent_answers_site_id_booking_id_fkey" FOREIGN KEY ("site_id", "booking_id") REFERENCES "bookings"("site_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What follows is written by hand: Prisma cannot say it.

-- No seat is taken twice, whatever the code above does.
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_no_overlap" EXCLUDE USING gist (
  "site_id" WITH =,
  "seat_id" WITH =,
  tstzrange("start_at", "end_at") WITH &&
);

-- Readers of busy time look back 24 hours for blocks that began earlier: longer ones would be missed.
ALTER TABLE "blocks"
  ADD CONSTRAINT "blocks_start_before_end" CHECK ("start_at" < "end_at"),
  ADD CONSTRAINT "blocks_at_most_24_hours" CHECK ("end_at" - "start_at" <= INTERVAL '24 hours');

ALTER TABLE "sites"
  ADD CONSTRAINT "sites_name_not_empty" CHECK ("name" <> ''),
  ADD CONSTRAINT "sites_currency_format" CHECK ("currency" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "sites_publishable_key_not_empty" CHECK ("publishable_key" <> ''),
  ADD CONSTRAINT "sites_cancel_notice_minutes_range" CHECK ("cancel_notice_minutes" >= 0),
  ADD CONSTRAINT "sites_contact_can_be_given"
    CHECK (NOT "needs_email_or_phone" OR "contact_email" <> 'hidden' OR "contact_phone" <> 'hidden');

ALTER TABLE "consents"
  ADD CONSTRAINT "consents_slug_format" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

ALTER TABLE "booking_settings"
  ADD CONSTRAINT "booking_settings_step_minutes_range" CHECK ("step_minutes" BETWEEN 1 AND 1440),
  ADD CONSTRAINT "booking_settings_buffer_minutes_range" CHECK ("buffer_minutes" BETWEEN 0 AND 1440),
  ADD CONSTRAINT "booking_settings_notice_minutes_range" CHECK ("notice_minutes" >= 0),
  ADD CONSTRAINT "booking_settings_horizon_days_range" CHECK ("horizon_days" >= 0);

-- A shift begins on its own day and may run into the next one, for a day at most.
ALTER TABLE "site_hours"
  ADD CONSTRAINT "site_hours_weekday_range" CHECK ("weekday" BETWEEN 1 AND 7),
  ADD CONSTRAINT "site_hours_minutes_range" CHECK ("start_minute" BETWEEN 0 AND 1439 AND "end_minute" <= 2880),
  ADD CONSTRAINT "site_hours_start_before_end" CHECK ("start_minute" < "end_minute"),
  ADD CONSTRAINT "site_hours_at_most_a_day" CHECK ("end_minute" - "start_minute" <= 1440);

ALTER TABLE "categories"
  ADD CONSTRAINT "categories_name_not_empty" CHECK ("name" <> ''),
  ADD CONSTRAINT "categories_slug_format" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$');

ALTER TABLE "services"
  ADD CONSTRAINT "services_name_not_empty" CHECK ("name" <> ''),
  ADD CONSTRAINT "services_slug_format" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "services_steps_not_empty" CHECK (jsonb_typeof("steps") = 'array' AND "steps" <> '[]'),
  ADD CONSTRAINT "services_steps_have_minutes"
    CHECK (NOT jsonb_path_exists("steps", '$[*] ? (!exists(@.minutes ? (@ > 0)))')),
  ADD CONSTRAINT "services_gap_after_minutes_range" CHECK ("gap_after_minutes" BETWEEN 0 AND 1440),
  ADD CONSTRAINT "services_price_minor_range" CHECK ("price_minor" >= 0);

ALTER TABLE "service_performers"
  ADD CONSTRAINT "service_performers_steps_not_empty" CHECK (jsonb_typeof("steps") = 'array' AND "steps" <> '[]'),
  ADD CONSTRAINT "service_performers_steps_have_minutes"
    CHECK (NOT jsonb_path_exists("steps", '$[*] ? (!exists(@.minutes ? (@ > 0)))')),
  ADD CONSTRAINT "service_performers_price_minor_range" CHECK ("price_minor" >= 0);

ALTER TABLE "resources"
  ADD CONSTRAINT "resources_name_not_empty" CHECK ("name" <> ''),
  ADD CONSTRAINT "resources_slug_format" CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "resources_capacity_range" CHECK ("capacity" >= 1),
  ADD CONSTRAINT "resources_buffer_minutes_range" CHECK ("buffer_minutes" BETWEEN 0 AND 1440),
  ADD CONSTRAINT "resources_notice_minutes_range" CHECK ("notice_minutes" >= 0),
  ADD CONSTRAINT "resources_horizon_days_range" CHECK ("horizon_days" >= 0),
  ADD CONSTRAINT "resources_default_hours_both_or_none"
    CHECK (("default_start_minute" IS NULL) = ("default_end_minute" IS NULL)),
  ADD CONSTRAINT "resources_default_hours_range"
    CHECK ("default_start_minute" BETWEEN 0 AND 1439 AND "default_end_minute" <= 2880),
  ADD CONSTRAINT "resources_default_hours_start_before_end" CHECK ("default_start_minute" < "default_end_minute"),
  ADD CONSTRAINT "resources_default_hours_at_most_a_day" CHECK ("default_end_minute" - "default_start_minute" <= 1440),
  ADD CONSTRAINT "resources_default_break_both_or_none"
    CHECK (("default_break_start_minute" IS NULL) = ("default_break_end_minute" IS NULL)),
  ADD CONSTRAINT "resources_default_break_range"
    CHECK ("default_break_start_minute" >= 0 AND "default_break_end_minute" <= 2880),
  ADD CONSTRAINT "resources_default_break_start_before_end"
    CHECK ("default_break_start_minute" < "default_break_end_minute"),
  -- Without hours of its own the break lies in the site's.
  ADD CONSTRAINT "resources_default_break_inside" CHECK (
    "default_break_start_minute" >= "default_start_minute" AND "default_break_end_minute" <= "default_end_minute"
  );

ALTER TABLE "working_days"
  ADD CONSTRAINT "working_days_weekday_range" CHECK ("weekday" BETWEEN 1 AND 7),
  ADD CONSTRAINT "working_days_closed_or_hours" CHECK (
    "is_closed" = ("start_minute" IS NULL) AND "is_closed" = ("end_minute" IS NULL)
  ),
  ADD CONSTRAINT "working_days_minutes_range" CHECK ("start_minute" BETWEEN 0 AND 1439 AND "end_minute" <= 2880),
  ADD CONSTRAINT "working_days_start_before_end" CHECK ("start_minute" < "end_minute"),
  ADD CONSTRAINT "working_days_at_most_a_day" CHECK ("end_minute" - "start_minute" <= 1440);

ALTER TABLE "working_breaks"
  ADD CONSTRAINT "working_breaks_minutes_range" CHECK ("start_minute" >= 0 AND "end_minute" <= 2880),
  ADD CONSTRAINT "working_breaks_start_before_end" CHECK ("start_minute" < "end_minute");

ALTER TABLE "days_off"
  ADD CONSTRAINT "days_off_dates_in_order" CHECK ("start_date" <= "end_date"),
  ADD CONSTRAINT "days_off_minutes_both_or_none" CHECK (("start_minute" IS NULL) = ("end_minute" IS NULL)),
  ADD CONSTRAINT "days_off_minutes_range" CHECK ("start_minute" >= 0 AND "end_minute" <= 2880),
  ADD CONSTRAINT "days_off_start_before_end" CHECK ("start_minute" < "end_minute");

ALTER TABLE "clients"
  ADD CONSTRAINT "clients_name_not_empty" CHECK ("name" <> '');

ALTER TABLE "bookings"
  ADD CONSTRAINT "bookings_start_before_end" CHECK ("start_at" < "end_at"),
  ADD CONSTRAINT "bookings_party_size_range" CHECK ("party_size" >= 1),
  ADD CONSTRAINT "bookings_price_minor_range" CHECK ("price_minor" >= 0),
  ADD CONSTRAINT "bookings_currency_format" CHECK ("currency" ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT "bookings_metadata_is_object" CHECK (jsonb_typeof("metadata") = 'object'),
  ADD CONSTRAINT "bookings_token_generation_range" CHECK ("token_generation" >= 0),
  ADD CONSTRAINT "bookings_cancelled_has_time" CHECK (("state" = 'cancelled') = ("cancelled_at" IS NOT NULL));

ALTER TABLE "appointments"
  ADD CONSTRAINT "appointments_position_range" CHECK ("position" >= 0),
  ADD CONSTRAINT "appointments_start_before_end" CHECK ("start_at" < "end_at"),
  ADD CONSTRAINT "appointments_price_minor_range" CHECK ("price_minor" >= 0);

ALTER TABLE "idempotent_answers"
  ADD CONSTRAINT "idempotent_answers_key_not_empty" CHECK ("key" <> ''),
  ADD CONSTRAINT "idempotent_answers_body_hash_format" CHECK ("body_hash" ~ '^[0-9a-f]{64}$');
