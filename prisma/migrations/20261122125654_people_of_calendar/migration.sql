-- DropIndex
DROP INDEX "people_workspace_id_member_zone_week_country_idx";

-- CreateIndex
CREATE INDEX "people_of_calendar" ON "people"("workspace_id", "member", "zone", "week", "user_id", "country");
