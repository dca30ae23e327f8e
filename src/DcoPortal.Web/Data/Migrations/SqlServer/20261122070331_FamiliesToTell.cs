using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DcoPortal.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class FamiliesToTell : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Exemptions_IcbId_FamilyToldOn",
                table: "Exemptions",
                columns: new[] { "IcbId", "FamilyToldOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Exemptions_LocalAuthorityId_FamilyToldOn",
                table: "Exemptions",
                columns: new[] { "LocalAuthorityId", "FamilyToldOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Exemptions_IcbId_FamilyToldOn",
                table: "Exemptions");

            migrationBuilder.DropIndex(
                name: "IX_Exemptions_LocalAuthorityId_FamilyToldOn",
                table: "Exemptions");
        }
    }
}
