using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DcoPortal.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Chasing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "EmailFrequency",
                table: "Users",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "SendLeadEmail",
                table: "Providers",
                type: "TEXT",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SendLeadEmail",
                table: "IntegratedCareBoards",
                type: "TEXT",
                maxLength: 254,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AwayFrom",
                table: "HealthServices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AwayUntil",
                table: "HealthServices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "CoverServiceId",
                table: "HealthServices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "BouncedUtc",
                table: "Emails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DismissedUtc",
                table: "Emails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SenderUserId",
                table: "Emails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AllNil",
                table: "Assessments",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AllNilDecidedByName",
                table: "Assessments",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AllNilDecidedUtc",
                table: "Assessments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AllNilReason",
                table: "Assessments",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AcknowledgedByName",
                table: "AdviceRequests",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AcknowledgedUtc",
                table: "AdviceRequests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "HandedBackReason",
                table: "AdviceRequests",
                type: "TEXT",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "HandedBackUtc",
                table: "AdviceRequests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PromisedOn",
                table: "AdviceRequests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Chases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentReference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdviceRequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UniqueKey = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Template = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Recipient = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    EmailId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Chases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Chases_AdviceRequests_AdviceRequestId",
                        column: x => x.AdviceRequestId,
                        principalTable: "AdviceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Chases_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DigestItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UniqueKey = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    HeldUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DigestItems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Escalations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdviceRequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToUserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    RaisedByUserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RaisedByName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    RaisedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    AnsweredByName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    AnsweredUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Escalations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Escalations_AdviceRequests_AdviceRequestId",
                        column: x => x.AdviceRequestId,
                        principalTable: "AdviceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Escalations_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Jobs",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    LastDoneUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LastCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Holder = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    LeaseUntilUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    LastFailedUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Jobs", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "LadderSettings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ServiceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Steps = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LadderSettings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LadderSettings_HealthServices_ServiceId",
                        column: x => x.ServiceId,
                        principalTable: "HealthServices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LadderSettings_IntegratedCareBoards_IcbId",
                        column: x => x.IcbId,
                        principalTable: "IntegratedCareBoards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Questions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentReference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AskedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WaitsFor = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LastSaidUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedByName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Questions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Questions_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "QuestionMessages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    QuestionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Side = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionMessages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QuestionMessages_Questions_QuestionId",
                        column: x => x.QuestionId,
                        principalTable: "Questions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_HealthServices_CoverServiceId",
                table: "HealthServices",
                column: "CoverServiceId");

            migrationBuilder.CreateIndex(
                name: "IX_Emails_SenderUserId_DismissedUtc_FailedUtc_BouncedUtc",
                table: "Emails",
                columns: new[] { "SenderUserId", "DismissedUtc", "FailedUtc", "BouncedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Chases_AdviceRequestId_AtUtc",
                table: "Chases",
                columns: new[] { "AdviceRequestId", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Chases_AssessmentId",
                table: "Chases",
                column: "AssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Chases_IcbId_AtUtc",
                table: "Chases",
                columns: new[] { "IcbId", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Chases_UniqueKey",
                table: "Chases",
                column: "UniqueKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DigestItems_UniqueKey",
                table: "DigestItems",
                column: "UniqueKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DigestItems_UserId_HeldUtc",
                table: "DigestItems",
                columns: new[] { "UserId", "HeldUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Escalations_AdviceRequestId",
                table: "Escalations",
                column: "AdviceRequestId");

            migrationBuilder.CreateIndex(
                name: "IX_Escalations_AssessmentId",
                table: "Escalations",
                column: "AssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Escalations_IcbId_AnsweredUtc_RaisedUtc",
                table: "Escalations",
                columns: new[] { "IcbId", "AnsweredUtc", "RaisedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Escalations_RaisedByUserId_AnsweredUtc_RaisedUtc",
                table: "Escalations",
                columns: new[] { "RaisedByUserId", "AnsweredUtc", "RaisedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Escalations_ToUserId_AnsweredUtc_RaisedUtc",
                table: "Escalations",
                columns: new[] { "ToUserId", "AnsweredUtc", "RaisedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_LadderSettings_IcbId",
                table: "LadderSettings",
                column: "IcbId");

            migrationBuilder.CreateIndex(
                name: "IX_LadderSettings_ServiceId",
                table: "LadderSettings",
                column: "ServiceId");

            migrationBuilder.CreateIndex(
                name: "IX_QuestionMessages_QuestionId_AtUtc",
                table: "QuestionMessages",
                columns: new[] { "QuestionId", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_AssessmentId_AskedUtc",
                table: "Questions",
                columns: new[] { "AssessmentId", "AskedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_IcbId_ClosedUtc_WaitsFor_LastSaidUtc",
                table: "Questions",
                columns: new[] { "IcbId", "ClosedUtc", "WaitsFor", "LastSaidUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Questions_LocalAuthorityId_ClosedUtc_WaitsFor_LastSaidUtc",
                table: "Questions",
                columns: new[] { "LocalAuthorityId", "ClosedUtc", "WaitsFor", "LastSaidUtc" });

            migrationBuilder.AddForeignKey(
                name: "FK_HealthServices_HealthServices_CoverServiceId",
                table: "HealthServices",
                column: "CoverServiceId",
                principalTable: "HealthServices",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_HealthServices_HealthServices_CoverServiceId",
                table: "HealthServices");

            migrationBuilder.DropTable(
                name: "Chases");

            migrationBuilder.DropTable(
                name: "DigestItems");

            migrationBuilder.DropTable(
                name: "Escalations");

            migrationBuilder.DropTable(
                name: "Jobs");

            migrationBuilder.DropTable(
                name: "LadderSettings");

            migrationBuilder.DropTable(
                name: "QuestionMessages");

            migrationBuilder.DropTable(
                name: "Questions");

            migrationBuilder.DropIndex(
                name: "IX_HealthServices_CoverServiceId",
                table: "HealthServices");

            migrationBuilder.DropIndex(
                name: "IX_Emails_SenderUserId_DismissedUtc_FailedUtc_BouncedUtc",
                table: "Emails");

            migrationBuilder.DropColumn(
                name: "EmailFrequency",
                table: "Users");

            migrationBuilder.DropColumn(
                name: "SendLeadEmail",
                table: "Providers");

            migrationBuilder.DropColumn(
                name: "SendLeadEmail",
                table: "IntegratedCareBoards");

            migrationBuilder.DropColumn(
                name: "AwayFrom",
                table: "HealthServices");

            migrationBuilder.DropColumn(
                name: "AwayUntil",
                table: "HealthServices");

            migrationBuilder.DropColumn(
                name: "CoverServiceId",
                table: "HealthServices");

            migrationBuilder.DropColumn(
                name: "BouncedUtc",
                table: "Emails");

            migrationBuilder.DropColumn(
                name: "DismissedUtc",
                table: "Emails");

            migrationBuilder.DropColumn(
                name: "SenderUserId",
                table: "Emails");

            migrationBuilder.DropColumn(
                name: "AllNil",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "AllNilDecidedByName",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "AllNilDecidedUtc",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "AllNilReason",
                table: "Assessments");

            migrationBuilder.DropColumn(
                name: "AcknowledgedByName",
                table: "AdviceRequests");

            migrationBuilder.DropColumn(
                name: "AcknowledgedUtc",
                table: "AdviceRequests");

            migrationBuilder.DropColumn(
                name: "HandedBackReason",
                table: "AdviceRequests");

            migrationBuilder.DropColumn(
                name: "HandedBackUtc",
                table: "AdviceRequests");

            migrationBuilder.DropColumn(
                name: "PromisedOn",
                table: "AdviceRequests");
        }
    }
}
