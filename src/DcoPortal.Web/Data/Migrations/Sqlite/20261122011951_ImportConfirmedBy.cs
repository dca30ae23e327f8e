using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DcoPortal.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ImportConfirmedBy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ConfirmedByUserId",
                table: "ImportBatches",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ConfirmedByUserId",
                table: "ImportBatches");
        }
    }
}
