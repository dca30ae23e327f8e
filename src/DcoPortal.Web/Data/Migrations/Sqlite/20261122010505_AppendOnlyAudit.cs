using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DcoPortal.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AppendOnlyAudit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("CREATE TRIGGER AuditEntries_No_Update BEFORE UPDATE ON AuditEntries BEGIN SELECT RAISE(ABORT, 'The audit trail cannot be changed.'); END;");
            migrationBuilder.Sql("CREATE TRIGGER AuditEntries_No_Delete BEFORE DELETE ON AuditEntries BEGIN SELECT RAISE(ABORT, 'The audit trail cannot be deleted.'); END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER AuditEntries_No_Update;");
            migrationBuilder.Sql("DROP TRIGGER AuditEntries_No_Delete;");
        }
    }
}
