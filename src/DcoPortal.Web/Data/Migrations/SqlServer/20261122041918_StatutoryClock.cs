using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DcoPortal.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class StatutoryClock : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AdviceExemptions");

            migrationBuilder.AddColumn<string>(
                name: "CalendarTokenHash",
                table: "Users",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "CalendarTokenMadeUtc",
                table: "Users",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "CountsDayOfReceipt",
                table: "LocalAuthorities",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "Version",
                table: "LocalAuthorities",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<int>(
                name: "EarlyInformationDays",
                table: "IntegratedCareBoards",
                type: "int",
                nullable: false,
                defaultValue: 14);

            migrationBuilder.AddColumn<int>(
                name: "PlanWritingDays",
                table: "IntegratedCareBoards",
                type: "int",
                nullable: false,
                defaultValue: 28);

            migrationBuilder.AddColumn<int>(
                name: "TurnaroundDays",
                table: "IntegratedCareBoards",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Version",
                table: "IntegratedCareBoards",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AlterColumn<DateOnly>(
                name: "NoPlanDueOn",
                table: "Assessments",
                type: "date",
                nullable: true,
                oldClrType: typeof(DateOnly),
                oldType: "date");

            migrationBuilder.AddColumn<DateOnly>(
                name: "HealthToldOfDecisionOn",
                table: "Assessments",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "HealthToldOfOutcomeOn",
                table: "Assessments",
                type: "date",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Exemptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    LocalAuthorityId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IcbId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AdviceRequestId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Limit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Ground = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    FromOn = table.Column<DateOnly>(type: "date", nullable: false),
                    UntilOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SettingAskedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Evidence = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Impractical = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    DecidedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    FamilyToldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ExpectedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RecordedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    RecordedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    WithdrawnUtc = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Exemptions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Exemptions_AdviceRequests_AdviceRequestId",
                        column: x => x.AdviceRequestId,
                        principalTable: "AdviceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Exemptions_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Users_CalendarTokenHash",
                table: "Users",
                column: "CalendarTokenHash");

            migrationBuilder.CreateIndex(
                name: "IX_Exemptions_AdviceRequestId",
                table: "Exemptions",
                column: "AdviceRequestId");

            migrationBuilder.CreateIndex(
                name: "IX_Exemptions_AssessmentId",
                table: "Exemptions",
                column: "AssessmentId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Exemptions");

            migrationBuilder.DropIndex(
                name: "IX_Users_CalendarTokenHash",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "CalendarTokenHash",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "CalendarTokenMadeUtc",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "CountsDayOfReceipt",
                table: "LocalAuthorities");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "LocalAuthorities");

            migrationBuilder.DropColumn(
                name: "EarlyInformationDays",
                table: "IntegratedCareBoards");

            migrationBuilder.DropColumn(
                name: "PlanWritingDays",
                table: "IntegratedCareBoards");

            migrationBuilder.DropColumn(
                name: "TurnaroundDays",
                table: "IntegratedCareBoards");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "IntegratedCareBoards");

            migrationBuilder.DropColumn(
                name: "HealthToldOfDecisionOn",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "HealthToldOfOutcomeOn",
                table: "Assessments");

            migrationBuilder.AlterColumn<DateOnly>(
                name: "NoPlanDueOn",
                table: "Assessments",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1),
                oldClrType: typeof(DateOnly),
                oldType: "date",
                oldNullable: true);

            migrationBuilder.CreateTable(
                name: "AdviceExemptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AdviceRequestId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FromOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Ground = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    IcbId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Impractical = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    LocalAuthorityId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RecordedByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    RecordedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    UntilOn = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdviceExemptions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AdviceExemptions_AdviceRequests_AdviceRequestId",
                        column: x => x.AdviceRequestId,
                        principalTable: "AdviceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AdviceExemptions_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceExemptions_AdviceRequestId",
                table: "AdviceExemptions",
                column: "AdviceRequestId");

            migrationBuilder.CreateIndex(
                name: "IX_AdviceExemptions_AssessmentId",
                table: "AdviceExemptions",
                column: "AssessmentId");
        }
    }
}
