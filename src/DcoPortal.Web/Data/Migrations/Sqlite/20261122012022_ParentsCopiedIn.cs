using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DcoPortal.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ParentsCopiedIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Family_ParentsMayBeCopiedIn",
                table: "Assessments",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Family_ParentsMayBeCopiedIn",
                table: "Assessments");
        }
    }
}
