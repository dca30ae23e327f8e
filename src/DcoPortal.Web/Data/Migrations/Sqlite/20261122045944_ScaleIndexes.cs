using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DcoPortal.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ScaleIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Emails_IcbId_QueuedUtc",
                table: "Emails");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_IcbId_AtUtc",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_Assessments_IcbId_RequestReceivedOn",
                table: "Assessments");

            migrationBuilder.DropIndex(
                name: "IX_Assessments_LocalAuthorityId_RequestReceivedOn",
                table: "Assessments");

            migrationBuilder.DropIndex(
                name: "IX_AdviceRequests_IcbId_ReturnedOn",
                table: "AdviceRequests");

            migrationBuilder.DropIndex(
                name: "IX_AdviceRequests_LocalAuthorityId_ReturnedUtc_ClosedUtc_DueOn",
                table: "AdviceRequests");

            migrationBuilder.DropIndex(
                name: "IX_AdviceRequests_ProviderId_ReturnedUtc_ClosedUtc_DueOn",
                table: "AdviceRequests");

            migrationBuilder.DropIndex(
                name: "IX_AdviceRequests_ServiceId_ReturnedUtc_ClosedUtc_DueOn",
                table: "AdviceRequests");

            migrationBuilder.CreateIndex(
                name: "IX_Emails_IcbId_QueuedUtc_Id_SentUtc_FailedUtc_To_Template",
                table: "Emails",
                columns: new[] { "IcbId", "QueuedUtc", "Id", "SentUtc", "FailedUtc", "To", "Template" });

            migrationBuilder.CreateIndex(
                name: "IX_Emails_IcbId_SentUtc_FailedUtc",
                table: "Emails",
                columns: new[] { "IcbId", "SentUtc", "FailedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_IcbId_AssessmentReference_AtUtc",
                table: "AuditEntries",
                columns: new[] { "IcbId", "AssessmentReference", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_IcbId_AtUtc_Id_Fact_ActorName",
                table: "AuditEntries",
                columns: new[] { "IcbId", "AtUtc", "Id", "Fact", "ActorName" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_IcbId_FinalPlanDueOn_Reference_Outcome_Decision_PrimaryNeed_LocalAuthorityId",
                table: "Assessments",
                columns: new[] { "IcbId", "FinalPlanDueOn", "Reference", "Outcome", "Decision", "PrimaryNeed", "LocalAuthorityId" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_IcbId_Reference",
                table: "Assessments",
                columns: new[] { "IcbId", "Reference" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_IcbId_RequestReceivedOn_Reference",
                table: "Assessments",
                columns: new[] { "IcbId", "RequestReceivedOn", "Reference" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_IcbId_SearchText",
                table: "Assessments",
                columns: new[] { "IcbId", "SearchText" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_LocalAuthorityId_FinalPlanDueOn_Reference_Outcome_Decision_PrimaryNeed_IcbId",
                table: "Assessments",
                columns: new[] { "LocalAuthorityId", "FinalPlanDueOn", "Reference", "Outcome", "Decision", "PrimaryNeed", "IcbId" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_LocalAuthorityId_Reference",
                table: "Assessments",
                columns: new[] { "LocalAuthorityId", "Reference" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_LocalAuthorityId_RequestReceivedOn_Reference",
                table: "Assessments",
                columns: new[] { "LocalAuthorityId", "RequestReceivedOn", "Reference" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_LocalAuthorityId_SearchText",
                table: "Assessments",
                columns: new[] { "LocalAuthorityId", "SearchText" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_IcbId_AssessmentReference_DueOn_Id_ReturnedUtc_ClosedUtc",
                table: "AdviceRequests",
                columns: new[] { "IcbId", "AssessmentReference", "DueOn", "Id", "ReturnedUtc", "ClosedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_IcbId_DueOn_AssessmentReference_Id_ReturnedUtc_ClosedUtc",
                table: "AdviceRequests",
                columns: new[] { "IcbId", "DueOn", "AssessmentReference", "Id", "ReturnedUtc", "ClosedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_LocalAuthorityId_AssessmentReference_DueOn_Id_ReturnedUtc_ClosedUtc",
                table: "AdviceRequests",
                columns: new[] { "LocalAuthorityId", "AssessmentReference", "DueOn", "Id", "ReturnedUtc", "ClosedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_LocalAuthorityId_DueOn_AssessmentReference_Id_ReturnedUtc_ClosedUtc",
                table: "AdviceRequests",
                columns: new[] { "LocalAuthorityId", "DueOn", "AssessmentReference", "Id", "ReturnedUtc", "ClosedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_LocalAuthorityId_ReturnedUtc_ClosedUtc_DueOn_IcbId",
                table: "AdviceRequests",
                columns: new[] { "LocalAuthorityId", "ReturnedUtc", "ClosedUtc", "DueOn", "IcbId" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_ProviderId_ReturnedUtc_ClosedUtc_DueOn_IcbId_LocalAuthorityId",
                table: "AdviceRequests",
                columns: new[] { "ProviderId", "ReturnedUtc", "ClosedUtc", "DueOn", "IcbId", "LocalAuthorityId" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_ServiceId_ReturnedUtc_ClosedUtc_DueOn_IcbId_LocalAuthorityId_ProfessionalId_SentUtc",
                table: "AdviceRequests",
                columns: new[] { "ServiceId", "ReturnedUtc", "ClosedUtc", "DueOn", "IcbId", "LocalAuthorityId", "ProfessionalId", "SentUtc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Emails_IcbId_QueuedUtc_Id_SentUtc_FailedUtc_To_Template",
                table: "Emails");

            migrationBuilder.DropIndex(
                name: "IX_Emails_IcbId_SentUtc_FailedUtc",
                table: "Emails");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_IcbId_AssessmentReference_AtUtc",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_AuditEntries_IcbId_AtUtc_Id_Fact_ActorName",
                table: "AuditEntries");

            migrationBuilder.DropIndex(
                name: "IX_Assessments_IcbId_FinalPlanDueOn_Reference_Outcome_Decision_PrimaryNeed_LocalAuthorityId",
                table: "Assessments");

            migrationBuilder.DropIndex(
                name: "IX_Assessments_IcbId_Reference",
                table: "Assessments");

            migrationBuilder.DropIndex(
                name: "IX_Assessments_IcbId_RequestReceivedOn_Reference",
                table: "Assessments");

            migrationBuilder.DropIndex(
                name: "IX_Assessments_IcbId_SearchText",
                table: "Assessments");

            migrationBuilder.DropIndex(
                name: "IX_Assessments_LocalAuthorityId_FinalPlanDueOn_Reference_Outcome_Decision_PrimaryNeed_IcbId",
                table: "Assessments");

            migrationBuilder.DropIndex(
                name: "IX_Assessments_LocalAuthorityId_Reference",
                table: "Assessments");

            migrationBuilder.DropIndex(
                name: "IX_Assessments_LocalAuthorityId_RequestReceivedOn_Reference",
                table: "Assessments");

            migrationBuilder.DropIndex(
                name: "IX_Assessments_LocalAuthorityId_SearchText",
                table: "Assessments");

            migrationBuilder.DropIndex(
                name: "IX_AdviceRequests_IcbId_AssessmentReference_DueOn_Id_ReturnedUtc_ClosedUtc",
                table: "AdviceRequests");

            migrationBuilder.DropIndex(
                name: "IX_AdviceRequests_IcbId_DueOn_AssessmentReference_Id_ReturnedUtc_ClosedUtc",
                table: "AdviceRequests");

            migrationBuilder.DropIndex(
                name: "IX_AdviceRequests_LocalAuthorityId_AssessmentReference_DueOn_Id_ReturnedUtc_ClosedUtc",
                table: "AdviceRequests");

            migrationBuilder.DropIndex(
                name: "IX_AdviceRequests_LocalAuthorityId_DueOn_AssessmentReference_Id_ReturnedUtc_ClosedUtc",
                table: "AdviceRequests");

            migrationBuilder.DropIndex(
                name: "IX_AdviceRequests_LocalAuthorityId_ReturnedUtc_ClosedUtc_DueOn_IcbId",
                table: "AdviceRequests");

            migrationBuilder.DropIndex(
                name: "IX_AdviceRequests_ProviderId_ReturnedUtc_ClosedUtc_DueOn_IcbId_LocalAuthorityId",
                table: "AdviceRequests");

            migrationBuilder.DropIndex(
                name: "IX_AdviceRequests_ServiceId_ReturnedUtc_ClosedUtc_DueOn_IcbId_LocalAuthorityId_ProfessionalId_SentUtc",
                table: "AdviceRequests");

            migrationBuilder.CreateIndex(
                name: "IX_Emails_IcbId_QueuedUtc",
                table: "Emails",
                columns: new[] { "IcbId", "QueuedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_IcbId_AtUtc",
                table: "AuditEntries",
                columns: new[] { "IcbId", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_IcbId_RequestReceivedOn",
                table: "Assessments",
                columns: new[] { "IcbId", "RequestReceivedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_LocalAuthorityId_RequestReceivedOn",
                table: "Assessments",
                columns: new[] { "LocalAuthorityId", "RequestReceivedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_IcbId_ReturnedOn",
                table: "AdviceRequests",
                columns: new[] { "IcbId", "ReturnedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_LocalAuthorityId_ReturnedUtc_ClosedUtc_DueOn",
                table: "AdviceRequests",
                columns: new[] { "LocalAuthorityId", "ReturnedUtc", "ClosedUtc", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_ProviderId_ReturnedUtc_ClosedUtc_DueOn",
                table: "AdviceRequests",
                columns: new[] { "ProviderId", "ReturnedUtc", "ClosedUtc", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_ServiceId_ReturnedUtc_ClosedUtc_DueOn",
                table: "AdviceRequests",
                columns: new[] { "ServiceId", "ReturnedUtc", "ClosedUtc", "DueOn" });
        }
    }
}
