using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DcoPortal.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class DeliveryIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Emails_IcbId_SentUtc_FailedUtc",
                table: "Emails");

            migrationBuilder.CreateIndex(
                name: "IX_Emails_IcbId_SentUtc_FailedUtc_BouncedUtc_DismissedUtc",
                table: "Emails",
                columns: new[] { "IcbId", "SentUtc", "FailedUtc", "BouncedUtc", "DismissedUtc" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Emails_IcbId_SentUtc_FailedUtc_BouncedUtc_DismissedUtc",
                table: "Emails");

            migrationBuilder.CreateIndex(
                name: "IX_Emails_IcbId_SentUtc_FailedUtc",
                table: "Emails",
                columns: new[] { "IcbId", "SentUtc", "FailedUtc" });
        }
    }
}
