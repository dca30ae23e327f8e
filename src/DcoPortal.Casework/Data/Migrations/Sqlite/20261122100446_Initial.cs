using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DcoPortal.Casework.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ActionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Fact = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Sentence = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    After = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    IsRead = table.Column<bool>(type: "INTEGER", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    ActorRole = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ActorOrganisation = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AssessmentReference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    AdviceRequestId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Xml = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
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
                    HeldUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ToldUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DigestItems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Emails",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UniqueKey = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Template = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    To = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    IsForHolder = table.Column<bool>(type: "INTEGER", nullable: false),
                    Path = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: true),
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AdviceRequestId = table.Column<Guid>(type: "TEXT", nullable: true),
                    QueuedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NextAttemptUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClaimedUntilUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    SentUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FailedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    SenderUserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    BouncedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DismissedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Undelivered = table.Column<int>(type: "INTEGER", nullable: true, computedColumnSql: "CASE WHEN [DismissedUtc] IS NULL AND ([FailedUtc] IS NOT NULL OR [BouncedUtc] IS NOT NULL) THEN 1 END", stored: true),
                    RepeatsId = table.Column<Guid>(type: "TEXT", nullable: true),
                    TogetherId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SentWithId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Emails", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ImportBatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UploadedByUserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UploadedByName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    ArrivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ArrivedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    StorageKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    UploadedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Choices = table.Column<string>(type: "TEXT", maxLength: 500000, nullable: true),
                    ConfirmedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ConfirmedByUserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClaimedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FinishedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RowsTotal = table.Column<int>(type: "INTEGER", nullable: false),
                    RowsDone = table.Column<int>(type: "INTEGER", nullable: false),
                    RowsImported = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedLines = table.Column<string>(type: "TEXT", nullable: false),
                    RowsSkipped = table.Column<int>(type: "INTEGER", nullable: false),
                    RowsUnanswered = table.Column<int>(type: "INTEGER", nullable: false),
                    RowsRefused = table.Column<int>(type: "INTEGER", nullable: false),
                    Failure = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportBatches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "IntegratedCareBoards",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    OdsCode = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    DcoInbox = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    DcoPhone = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    SendLeadEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    EarlyInformationDays = table.Column<int>(type: "INTEGER", nullable: false),
                    TurnaroundDays = table.Column<int>(type: "INTEGER", nullable: true),
                    PlanWritingDays = table.Column<int>(type: "INTEGER", nullable: false),
                    ImportColumns = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IntegratedCareBoards", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Invitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProviderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProfessionalId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrganisationName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    ServiceIds = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreatedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AcceptedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    InvitedByName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Invitations", x => x.Id);
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
                name: "LocalAuthorities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    GssCode = table.Column<string>(type: "TEXT", maxLength: 9, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    ReferencePrefix = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    SendInbox = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    SendPhone = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    CountsDayOfReceipt = table.Column<bool>(type: "INTEGER", nullable: false),
                    ImportColumns = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LocalAuthorities", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReferenceCounters",
                columns: table => new
                {
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Next = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferenceCounters", x => new { x.LocalAuthorityId, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "Schools",
                columns: table => new
                {
                    Urn = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Phase = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    LocalAuthorityCode = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Street = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Locality = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Town = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Postcode = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Telephone = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    IsOpen = table.Column<bool>(type: "INTEGER", nullable: false),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Schools", x => x.Urn);
                });

            migrationBuilder.CreateTable(
                name: "Providers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OdsCode = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    ShortName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FormerNames = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    SendLeadEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Providers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Providers_IntegratedCareBoards_IcbId",
                        column: x => x.IcbId,
                        principalTable: "IntegratedCareBoards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportedFigures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Figures = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false),
                    ReportedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ReportedUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportedFigures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReportedFigures_IntegratedCareBoards_IcbId",
                        column: x => x.IcbId,
                        principalTable: "IntegratedCareBoards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UsualTeams",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Members = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsualTeams", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UsualTeams_IntegratedCareBoards_IcbId",
                        column: x => x.IcbId,
                        principalTable: "IntegratedCareBoards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Assessments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsRecordedByHealth = table.Column<bool>(type: "INTEGER", nullable: false),
                    ArrivedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorityReference = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    StartedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RequestReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PrimaryNeed = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Reasons = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    NotifiedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    NotifiedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AdviceRequestReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DecisionDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NoPlanDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FinalPlanDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HealthToldOfDecisionOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    HealthToldOfOutcomeOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AllNil = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    AllNilDecidedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AllNilDecidedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    AllNilReason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    TriagedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    OutcomeOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SearchText = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ChildNhsNumber = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    ChildUpn = table.Column<string>(type: "TEXT", maxLength: 13, nullable: true),
                    ChildMatchKey = table.Column<string>(type: "TEXT", maxLength: 250, nullable: false),
                    MergedIntoId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OwnerUserId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PlanNeededOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DraftServedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ToCorrectText = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: true),
                    ToCorrectCount = table.Column<int>(type: "INTEGER", nullable: true),
                    Child_Address = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Child_CommunicationNeeds = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Child_DateOfBirth = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Child_Forenames = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Child_FormerNames = table.Column<string>(type: "TEXT", maxLength: 1010, nullable: false),
                    Child_GpPracticeCode = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Child_Interpreter = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Child_IsLookedAfter = table.Column<bool>(type: "INTEGER", nullable: false),
                    Child_KnownAs = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Child_LegalSurname = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Child_NhsNumber = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Child_Postcode = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    Child_Sex = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Child_Upn = table.Column<string>(type: "TEXT", maxLength: 13, nullable: true),
                    Family_DiscussedWithYoungPerson = table.Column<bool>(type: "INTEGER", nullable: true),
                    Family_DoNotShareWith = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Family_ParentEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Family_ParentName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Family_ParentPhone = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Family_ParentsMayBeCopiedIn = table.Column<bool>(type: "INTEGER", nullable: true),
                    Family_SecondParentContact = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Family_SecondParentName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Family_Sharing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Family_SharingConsent = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Family_SharingSaidBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Family_SharingSaidOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Family_Views = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Family_YoungPersonEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Family_YoungPersonPhone = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Setting_Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Setting_SencoContact = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Setting_Urn = table.Column<string>(type: "TEXT", maxLength: 6, nullable: true),
                    Setting_YearGroup = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assessments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Assessments_Assessments_MergedIntoId",
                        column: x => x.MergedIntoId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assessments_IntegratedCareBoards_IcbId",
                        column: x => x.IcbId,
                        principalTable: "IntegratedCareBoards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Assessments_LocalAuthorities_LocalAuthorityId",
                        column: x => x.LocalAuthorityId,
                        principalTable: "LocalAuthorities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IcbCoverages",
                columns: table => new
                {
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsDefault = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IcbCoverages", x => new { x.IcbId, x.LocalAuthorityId });
                    table.ForeignKey(
                        name: "FK_IcbCoverages_IntegratedCareBoards_IcbId",
                        column: x => x.IcbId,
                        principalTable: "IntegratedCareBoards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IcbCoverages_LocalAuthorities_LocalAuthorityId",
                        column: x => x.LocalAuthorityId,
                        principalTable: "LocalAuthorities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HealthServices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProviderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    DistinctName = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    FormerNames = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Town = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Inbox = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    AgeFrom = table.Column<int>(type: "INTEGER", nullable: false),
                    AgeTo = table.Column<int>(type: "INTEGER", nullable: false),
                    UsualNeeds = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Areas = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    AwayFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AwayUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CoverServiceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HealthServices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HealthServices_HealthServices_CoverServiceId",
                        column: x => x.CoverServiceId,
                        principalTable: "HealthServices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HealthServices_IntegratedCareBoards_IcbId",
                        column: x => x.IcbId,
                        principalTable: "IntegratedCareBoards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HealthServices_Providers_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Providers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseTies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    OtherId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OtherReference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PairKey = table.Column<string>(type: "TEXT", maxLength: 41, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedByName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    DecidedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 400000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseTies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseTies_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseTies_Assessments_OtherId",
                        column: x => x.OtherId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseTransfers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    RootId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromReference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    FromAuthorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromIcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromAuthorityReference = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    HeldFromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    MovedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ToAuthorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToIcbId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ToId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ToReference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    SentBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SentByName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    SentByOrganisation = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    SentUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AnsweredByName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    AnsweredUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AnswerReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ChildName = table.Column<string>(type: "TEXT", maxLength: 201, nullable: true),
                    ChildDateOfBirth = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ChildPostcode = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    LiveKey = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseTransfers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseTransfers_Assessments_FromId",
                        column: x => x.FromId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseTransfers_Assessments_ToId",
                        column: x => x.ToId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseTransfers_IntegratedCareBoards_FromIcbId",
                        column: x => x.FromIcbId,
                        principalTable: "IntegratedCareBoards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseTransfers_IntegratedCareBoards_ToIcbId",
                        column: x => x.ToIcbId,
                        principalTable: "IntegratedCareBoards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseTransfers_LocalAuthorities_FromAuthorityId",
                        column: x => x.FromAuthorityId,
                        principalTable: "LocalAuthorities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseTransfers_LocalAuthorities_ToAuthorityId",
                        column: x => x.ToAuthorityId,
                        principalTable: "LocalAuthorities",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Notes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentReference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Side = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AuthorUserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    IsForTeam = table.Column<bool>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    WrittenUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemindOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DoneByName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Notes_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
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
                name: "Professionals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProviderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ServiceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FullName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    FormerNames = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    JobTitle = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Regulator = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    RegistrationNumber = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    AwayFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AwayUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CoverProfessionalId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Professionals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Professionals_HealthServices_ServiceId",
                        column: x => x.ServiceId,
                        principalTable: "HealthServices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Professionals_IntegratedCareBoards_IcbId",
                        column: x => x.IcbId,
                        principalTable: "IntegratedCareBoards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Professionals_Professionals_CoverProfessionalId",
                        column: x => x.CoverProfessionalId,
                        principalTable: "Professionals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Professionals_Providers_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Providers",
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

            migrationBuilder.CreateTable(
                name: "AdviceRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionCount = table.Column<int>(type: "INTEGER", nullable: false),
                    AddendumCount = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAnswer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WantedByOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    MoreAskedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnswerStands = table.Column<bool>(type: "INTEGER", nullable: false),
                    UnsettledUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentReference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProviderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ServiceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProfessionalId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CoverForServiceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RequestedByFamily = table.Column<bool>(type: "INTEGER", nullable: false),
                    CoveringNote = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    ReceivedByHealthOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DuplicateKey = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    PreparedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    MoveCount = table.Column<int>(type: "INTEGER", nullable: false),
                    ShownToService = table.Column<bool>(type: "INTEGER", nullable: false),
                    EndedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FirstSentUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SentUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FirstOpenedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AcknowledgedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AcknowledgedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    PromisedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    GivenBackUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    GivenBackReason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    SubmittedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SubmittedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SubmittedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ReachedAuthorityOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NilReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    NilNote = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    SentBackUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SentBackComment = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    SentBackCount = table.Column<int>(type: "INTEGER", nullable: false),
                    AcceptedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReturnedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReturnedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CloseReason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    LastChasedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ChaseCount = table.Column<int>(type: "INTEGER", nullable: false),
                    HasExemption = table.Column<bool>(type: "INTEGER", nullable: false),
                    SharingDoubtUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OpenedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Became = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    BecameOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CaseEndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    InsteadOfId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsReplaced = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsForAnother = table.Column<bool>(type: "INTEGER", nullable: false),
                    FirstNilReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ExcusedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    LateReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    LateNote = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdviceRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AdviceRequests_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AdviceRequests_HealthServices_CoverForServiceId",
                        column: x => x.CoverForServiceId,
                        principalTable: "HealthServices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AdviceRequests_HealthServices_ServiceId",
                        column: x => x.ServiceId,
                        principalTable: "HealthServices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AdviceRequests_Professionals_ProfessionalId",
                        column: x => x.ProfessionalId,
                        principalTable: "Professionals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AdviceRequests_Providers_ProviderId",
                        column: x => x.ProviderId,
                        principalTable: "Providers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InvolvedProfessionals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    ProfessionalId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ServiceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ServiceName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ProviderName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    LastSeen = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    IsCurrent = table.Column<bool>(type: "INTEGER", nullable: false),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    FamilyAsked = table.Column<bool>(type: "INTEGER", nullable: false),
                    AskedServiceId = table.Column<Guid>(type: "TEXT", nullable: true),
                    NotAskedReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    NotAskedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    NotAskedUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InvolvedProfessionals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InvolvedProfessionals_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InvolvedProfessionals_HealthServices_ServiceId",
                        column: x => x.ServiceId,
                        principalTable: "HealthServices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_InvolvedProfessionals_Professionals_ProfessionalId",
                        column: x => x.ProfessionalId,
                        principalTable: "Professionals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Users",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProviderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProfessionalId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrganisationName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    DisabledUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CreatedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSignedInUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CalendarTokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    CalendarTokenMadeUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EmailFrequency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<long>(type: "INTEGER", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Users", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Users_Professionals_ProfessionalId",
                        column: x => x.ProfessionalId,
                        principalTable: "Professionals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AdviceResponses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Needs = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Outcomes = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Provision = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Author = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    SavedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SavedInWindow = table.Column<Guid>(type: "TEXT", nullable: false),
                    OthersText = table.Column<string>(type: "TEXT", maxLength: 1000000, nullable: true),
                    TextHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdviceResponses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AdviceResponses_AdviceRequests_Id",
                        column: x => x.Id,
                        principalTable: "AdviceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AdviceResponses_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

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
                    AnsweredUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemindedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnByName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true)
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
                name: "Exemptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdviceRequestId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Limit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FromOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UntilOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SettingAskedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Impractical = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    DecidedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FamilyToldOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ExpectedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RecordedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RecordedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    WithdrawnUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
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

            migrationBuilder.CreateTable(
                name: "RequestMoves",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdviceRequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Move = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FromStage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ToStage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ServiceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProfessionalId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    NilReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    SentBack = table.Column<string>(type: "TEXT", maxLength: 500000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequestMoves", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RequestMoves_AdviceRequests_AdviceRequestId",
                        column: x => x.AdviceRequestId,
                        principalTable: "AdviceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RequestMoves_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RequestMoves_HealthServices_ServiceId",
                        column: x => x.ServiceId,
                        principalTable: "HealthServices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RequestMoves_Professionals_ProfessionalId",
                        column: x => x.ProfessionalId,
                        principalTable: "Professionals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReturnedAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdviceRequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ReturnedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReturnedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SubmittedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SubmittedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SubmittedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NilReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    NilNote = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Needs = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Outcomes = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Provision = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Author = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    WithdrawnUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TextHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReturnedAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReturnedAnswers_AdviceRequests_AdviceRequestId",
                        column: x => x.AdviceRequestId,
                        principalTable: "AdviceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReturnedAnswers_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Drafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Json = table.Column<string>(type: "TEXT", maxLength: 400000, nullable: false),
                    SavedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Drafts_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SavedViews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    List = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Query = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    IsDefault = table.Column<bool>(type: "INTEGER", nullable: false),
                    SavedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedViews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SavedViews_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UserClaims_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_UserLogins_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UserServices",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ServiceId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserServices", x => new { x.UserId, x.ServiceId });
                    table.ForeignKey(
                        name: "FK_UserServices_HealthServices_ServiceId",
                        column: x => x.ServiceId,
                        principalTable: "HealthServices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_UserServices_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "UserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_UserTokens_Users_UserId",
                        column: x => x.UserId,
                        principalTable: "Users",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CarriedAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SourceAnswerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SourceRequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ServiceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProviderOdsCode = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    ServiceName = table.Column<string>(type: "TEXT", maxLength: 260, nullable: false),
                    ProviderName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    BoardName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ReturnedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SubmittedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NilReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    NilNote = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Needs = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Outcomes = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Provision = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Author = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    WithdrawnUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TextHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CarriedAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CarriedAnswers_AdviceRequests_SourceRequestId",
                        column: x => x.SourceRequestId,
                        principalTable: "AdviceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CarriedAnswers_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CarriedAnswers_ReturnedAnswers_SourceAnswerId",
                        column: x => x.SourceAnswerId,
                        principalTable: "ReturnedAnswers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Documents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdviceRequestId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    StorageKey = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SizeBytes = table.Column<long>(type: "INTEGER", nullable: false),
                    IsScan = table.Column<bool>(type: "INTEGER", nullable: false),
                    Notice = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Mentions = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    ScanVerdict = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    UploadedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    UploadedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReturnedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReturnedAnswerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    WithdrawnUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemovedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CarriedAnswerId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Documents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Documents_AdviceRequests_AdviceRequestId",
                        column: x => x.AdviceRequestId,
                        principalTable: "AdviceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Documents_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Documents_CarriedAnswers_CarriedAnswerId",
                        column: x => x.CarriedAnswerId,
                        principalTable: "CarriedAnswers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Documents_ReturnedAnswers_ReturnedAnswerId",
                        column: x => x.ReturnedAnswerId,
                        principalTable: "ReturnedAnswers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Withdrawals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdviceRequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AnswerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true),
                    IsWholeAnswer = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    WithdrawnUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RestoredUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RestoredBecause = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Withdrawals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Withdrawals_AdviceRequests_AdviceRequestId",
                        column: x => x.AdviceRequestId,
                        principalTable: "AdviceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Withdrawals_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Withdrawals_Documents_DocumentId",
                        column: x => x.DocumentId,
                        principalTable: "Documents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Withdrawals_ReturnedAnswers_AnswerId",
                        column: x => x.AnswerId,
                        principalTable: "ReturnedAnswers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Incidents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    AdviceRequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentReference = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WithdrawalId = table.Column<Guid>(type: "TEXT", nullable: true),
                    FoundOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    RecordedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RecordedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Incidents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Incidents_AdviceRequests_AdviceRequestId",
                        column: x => x.AdviceRequestId,
                        principalTable: "AdviceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Incidents_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Incidents_Withdrawals_WithdrawalId",
                        column: x => x.WithdrawalId,
                        principalTable: "Withdrawals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IncidentEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IncidentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssessmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LocalAuthorityId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IcbId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IncidentEntries_Assessments_AssessmentId",
                        column: x => x.AssessmentId,
                        principalTable: "Assessments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IncidentEntries_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_Answered",
                table: "AdviceRequests",
                columns: new[] { "IcbId", "AssessmentId", "AssessmentReference", "DueOn", "SubmittedUtc", "Stage" },
                filter: "[Stage] IN ('ToCheck', 'ToReturn')");

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_AssessmentId_DuplicateKey",
                table: "AdviceRequests",
                columns: new[] { "AssessmentId", "DuplicateKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_CoverForServiceId",
                table: "AdviceRequests",
                column: "CoverForServiceId");

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_Figures",
                table: "AdviceRequests",
                columns: new[] { "IcbId", "DueOn", "Became", "BecameOn", "CaseEndedOn", "InsteadOfId", "ExcusedBy", "ProviderId", "ServiceId", "LocalAuthorityId", "AssessmentId", "ReceivedByHealthOn", "AskedOn", "OpenedOn", "AnsweredOn", "FirstNilReason", "LateReason", "Stage" },
                filter: "[Kind] = 'Statutory'");

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_FiguresOfAuthority",
                table: "AdviceRequests",
                columns: new[] { "LocalAuthorityId", "DueOn", "Became", "BecameOn", "CaseEndedOn", "InsteadOfId", "ExcusedBy", "ProviderId", "ServiceId", "IcbId", "AssessmentId", "ReceivedByHealthOn", "AskedOn", "OpenedOn", "AnsweredOn", "FirstNilReason", "LateReason", "Stage" },
                filter: "[Kind] = 'Statutory'");

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_FiguresOfService",
                table: "AdviceRequests",
                columns: new[] { "ServiceId", "DueOn" },
                filter: "[Kind] = 'Statutory'");

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_IcbId_AssessmentReference_DueOn_Id_EndedUtc_Stage",
                table: "AdviceRequests",
                columns: new[] { "IcbId", "AssessmentReference", "DueOn", "Id", "EndedUtc", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_IcbId_DueOn_AssessmentReference_Id_EndedUtc_Stage",
                table: "AdviceRequests",
                columns: new[] { "IcbId", "DueOn", "AssessmentReference", "Id", "EndedUtc", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_IcbId_EndedUtc_DueOn_Stage_Kind_CaseEndedOn",
                table: "AdviceRequests",
                columns: new[] { "IcbId", "EndedUtc", "DueOn", "Stage", "Kind", "CaseEndedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_IcbId_ReturnedUtc_Stage_Kind",
                table: "AdviceRequests",
                columns: new[] { "IcbId", "ReturnedUtc", "Stage", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_IcbId_SharingDoubtUtc",
                table: "AdviceRequests",
                columns: new[] { "IcbId", "SharingDoubtUtc" },
                filter: "[SharingDoubtUtc] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_IcbId_UnsettledUtc",
                table: "AdviceRequests",
                columns: new[] { "IcbId", "UnsettledUtc" },
                filter: "[UnsettledUtc] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_LocalAuthorityId_AssessmentReference_DueOn_Id_EndedUtc_Stage",
                table: "AdviceRequests",
                columns: new[] { "LocalAuthorityId", "AssessmentReference", "DueOn", "Id", "EndedUtc", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_LocalAuthorityId_DueOn_AssessmentReference_Id_EndedUtc_Stage",
                table: "AdviceRequests",
                columns: new[] { "LocalAuthorityId", "DueOn", "AssessmentReference", "Id", "EndedUtc", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_LocalAuthorityId_EndedUtc_DueOn_Stage_Kind_IcbId_CaseEndedOn",
                table: "AdviceRequests",
                columns: new[] { "LocalAuthorityId", "EndedUtc", "DueOn", "Stage", "Kind", "IcbId", "CaseEndedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_LocalAuthorityId_ReturnedUtc_Stage_Kind",
                table: "AdviceRequests",
                columns: new[] { "LocalAuthorityId", "ReturnedUtc", "Stage", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_ProfessionalId_EndedUtc_DueOn_Stage",
                table: "AdviceRequests",
                columns: new[] { "ProfessionalId", "EndedUtc", "DueOn", "Stage" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_ProviderId_EndedUtc_DueOn_Stage_Kind_IcbId_LocalAuthorityId_CaseEndedOn",
                table: "AdviceRequests",
                columns: new[] { "ProviderId", "EndedUtc", "DueOn", "Stage", "Kind", "IcbId", "LocalAuthorityId", "CaseEndedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_Reopened",
                table: "AdviceRequests",
                columns: new[] { "IcbId", "SentBackUtc", "ServiceId" },
                filter: "[Stage] = 'Reopened'");

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_ServiceId_EndedUtc_DueOn_Stage_Kind_IcbId_LocalAuthorityId_ProfessionalId_ShownToService_CaseEndedOn",
                table: "AdviceRequests",
                columns: new[] { "ServiceId", "EndedUtc", "DueOn", "Stage", "Kind", "IcbId", "LocalAuthorityId", "ProfessionalId", "ShownToService", "CaseEndedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_ServiceId_SubmittedOn",
                table: "AdviceRequests",
                columns: new[] { "ServiceId", "SubmittedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_WithService",
                table: "AdviceRequests",
                columns: new[] { "IcbId", "ServiceId", "ProviderId", "DueOn", "Kind", "SentUtc", "SentBackUtc", "HasExemption", "PromisedOn", "AcknowledgedUtc", "FirstOpenedUtc", "CoverForServiceId", "LastChasedUtc", "SharingDoubtUtc", "CaseEndedOn", "WantedByOn", "Stage" },
                filter: "[Stage] IN ('WithService', 'Reopened')");

            migrationBuilder.CreateIndex(
                name: "IX_AdviceResponses_AssessmentId",
                table: "AdviceResponses",
                column: "AssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_AdviceResponses_IcbId_TextHash",
                table: "AdviceResponses",
                columns: new[] { "IcbId", "TextHash" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_ChildMatchKey",
                table: "Assessments",
                column: "ChildMatchKey");

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_ChildNhsNumber",
                table: "Assessments",
                column: "ChildNhsNumber",
                filter: "[ChildNhsNumber] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_ChildUpn",
                table: "Assessments",
                column: "ChildUpn",
                filter: "[ChildUpn] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_IcbId_FinalPlanDueOn_Reference_Outcome_Decision_PrimaryNeed_LocalAuthorityId_MergedIntoId",
                table: "Assessments",
                columns: new[] { "IcbId", "FinalPlanDueOn", "Reference", "Outcome", "Decision", "PrimaryNeed", "LocalAuthorityId", "MergedIntoId" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_IcbId_Outcome_FinalPlanDueOn",
                table: "Assessments",
                columns: new[] { "IcbId", "Outcome", "FinalPlanDueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_IcbId_OutcomeOn_Outcome_FinalPlanDueOn_LocalAuthorityId_MergedIntoId",
                table: "Assessments",
                columns: new[] { "IcbId", "OutcomeOn", "Outcome", "FinalPlanDueOn", "LocalAuthorityId", "MergedIntoId" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_IcbId_Reference",
                table: "Assessments",
                columns: new[] { "IcbId", "Reference" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_IcbId_RequestReceivedOn_Reference",
                table: "Assessments",
                columns: new[] { "IcbId", "RequestReceivedOn", "Reference" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_IcbId_SearchText_MergedIntoId",
                table: "Assessments",
                columns: new[] { "IcbId", "SearchText", "MergedIntoId" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_IcbId_ToCorrectCount",
                table: "Assessments",
                columns: new[] { "IcbId", "ToCorrectCount" },
                filter: "[ToCorrectCount] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_IcbId_TriagedUtc_RequestReceivedOn_Outcome_Decision_AdviceRequestReceivedOn_DecisionDueOn_Reference_MergedIntoId",
                table: "Assessments",
                columns: new[] { "IcbId", "TriagedUtc", "RequestReceivedOn", "Outcome", "Decision", "AdviceRequestReceivedOn", "DecisionDueOn", "Reference", "MergedIntoId" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_LocalAuthorityId_AuthorityReference",
                table: "Assessments",
                columns: new[] { "LocalAuthorityId", "AuthorityReference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_LocalAuthorityId_ChildMatchKey",
                table: "Assessments",
                columns: new[] { "LocalAuthorityId", "ChildMatchKey" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_LocalAuthorityId_FinalPlanDueOn_Reference_Outcome_Decision_PrimaryNeed_IcbId_MergedIntoId",
                table: "Assessments",
                columns: new[] { "LocalAuthorityId", "FinalPlanDueOn", "Reference", "Outcome", "Decision", "PrimaryNeed", "IcbId", "MergedIntoId" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_LocalAuthorityId_Outcome_FinalPlanDueOn_Decision_OwnerUserId_MergedIntoId",
                table: "Assessments",
                columns: new[] { "LocalAuthorityId", "Outcome", "FinalPlanDueOn", "Decision", "OwnerUserId", "MergedIntoId" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_LocalAuthorityId_OutcomeOn_Outcome_FinalPlanDueOn_IcbId_MergedIntoId",
                table: "Assessments",
                columns: new[] { "LocalAuthorityId", "OutcomeOn", "Outcome", "FinalPlanDueOn", "IcbId", "MergedIntoId" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_LocalAuthorityId_OwnerUserId_Outcome_FinalPlanDueOn_Decision_DecisionDueOn_HealthToldOfOutcomeOn_MergedIntoId",
                table: "Assessments",
                columns: new[] { "LocalAuthorityId", "OwnerUserId", "Outcome", "FinalPlanDueOn", "Decision", "DecisionDueOn", "HealthToldOfOutcomeOn", "MergedIntoId" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_LocalAuthorityId_Reference",
                table: "Assessments",
                columns: new[] { "LocalAuthorityId", "Reference" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_LocalAuthorityId_RequestReceivedOn_Reference",
                table: "Assessments",
                columns: new[] { "LocalAuthorityId", "RequestReceivedOn", "Reference" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_LocalAuthorityId_SearchText_MergedIntoId",
                table: "Assessments",
                columns: new[] { "LocalAuthorityId", "SearchText", "MergedIntoId" });

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_LocalAuthorityId_ToCorrectCount",
                table: "Assessments",
                columns: new[] { "LocalAuthorityId", "ToCorrectCount" },
                filter: "[ToCorrectCount] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_MergedIntoId",
                table: "Assessments",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_Assessments_Reference",
                table: "Assessments",
                column: "Reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_AdviceRequestId",
                table: "AuditEntries",
                column: "AdviceRequestId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_AssessmentId_AtUtc",
                table: "AuditEntries",
                columns: new[] { "AssessmentId", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_IcbId_AssessmentReference_AtUtc",
                table: "AuditEntries",
                columns: new[] { "IcbId", "AssessmentReference", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_IcbId_AtUtc_Id_Fact_ActorName",
                table: "AuditEntries",
                columns: new[] { "IcbId", "AtUtc", "Id", "Fact", "ActorName" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_UserId_AtUtc",
                table: "AuditEntries",
                columns: new[] { "UserId", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_CarriedAnswers_AssessmentId",
                table: "CarriedAnswers",
                column: "AssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_CarriedAnswers_IcbId_TextHash",
                table: "CarriedAnswers",
                columns: new[] { "IcbId", "TextHash" });

            migrationBuilder.CreateIndex(
                name: "IX_CarriedAnswers_SourceAnswerId",
                table: "CarriedAnswers",
                column: "SourceAnswerId");

            migrationBuilder.CreateIndex(
                name: "IX_CarriedAnswers_SourceRequestId",
                table: "CarriedAnswers",
                column: "SourceRequestId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseTies_AssessmentId",
                table: "CaseTies",
                column: "AssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseTies_OtherId",
                table: "CaseTies",
                column: "OtherId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseTies_OtherReference",
                table: "CaseTies",
                column: "OtherReference");

            migrationBuilder.CreateIndex(
                name: "IX_CaseTies_PairKey",
                table: "CaseTies",
                column: "PairKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseTransfers_FromAuthorityId",
                table: "CaseTransfers",
                column: "FromAuthorityId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseTransfers_FromIcbId",
                table: "CaseTransfers",
                column: "FromIcbId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseTransfers_FromId",
                table: "CaseTransfers",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseTransfers_LiveKey",
                table: "CaseTransfers",
                column: "LiveKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseTransfers_RootId",
                table: "CaseTransfers",
                column: "RootId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseTransfers_ToAuthorityId_State_SentUtc",
                table: "CaseTransfers",
                columns: new[] { "ToAuthorityId", "State", "SentUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseTransfers_ToIcbId_State_SentUtc",
                table: "CaseTransfers",
                columns: new[] { "ToIcbId", "State", "SentUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseTransfers_ToId",
                table: "CaseTransfers",
                column: "ToId");

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
                name: "IX_DigestItems_ToldUtc_UserId",
                table: "DigestItems",
                columns: new[] { "ToldUtc", "UserId" });

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
                name: "IX_Documents_AdviceRequestId",
                table: "Documents",
                column: "AdviceRequestId");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_AssessmentId_Kind",
                table: "Documents",
                columns: new[] { "AssessmentId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_Documents_CarriedAnswerId",
                table: "Documents",
                column: "CarriedAnswerId");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_IcbId_Sha256",
                table: "Documents",
                columns: new[] { "IcbId", "Sha256" });

            migrationBuilder.CreateIndex(
                name: "IX_Documents_ReturnedAnswerId",
                table: "Documents",
                column: "ReturnedAnswerId");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_StorageKey",
                table: "Documents",
                column: "StorageKey");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_SavedUtc",
                table: "Drafts",
                column: "SavedUtc");

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_UserId_Kind_SavedUtc",
                table: "Drafts",
                columns: new[] { "UserId", "Kind", "SavedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Emails_AdviceRequestId_Undelivered",
                table: "Emails",
                columns: new[] { "AdviceRequestId", "Undelivered" });

            migrationBuilder.CreateIndex(
                name: "IX_Emails_IcbId_NextAttemptUtc_QueuedUtc",
                table: "Emails",
                columns: new[] { "IcbId", "NextAttemptUtc", "QueuedUtc" },
                filter: "[NextAttemptUtc] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Emails_IcbId_QueuedUtc_Id_SentUtc_FailedUtc_To_Template",
                table: "Emails",
                columns: new[] { "IcbId", "QueuedUtc", "Id", "SentUtc", "FailedUtc", "To", "Template" });

            migrationBuilder.CreateIndex(
                name: "IX_Emails_IcbId_SentUtc_FailedUtc_BouncedUtc_DismissedUtc",
                table: "Emails",
                columns: new[] { "IcbId", "SentUtc", "FailedUtc", "BouncedUtc", "DismissedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Emails_IcbId_Undelivered_QueuedUtc_Id",
                table: "Emails",
                columns: new[] { "IcbId", "Undelivered", "QueuedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Emails_RepeatsId",
                table: "Emails",
                column: "RepeatsId",
                filter: "[RepeatsId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Emails_SenderUserId_Undelivered_QueuedUtc_Id",
                table: "Emails",
                columns: new[] { "SenderUserId", "Undelivered", "QueuedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Emails_SentWithId",
                table: "Emails",
                column: "SentWithId",
                filter: "[SentWithId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Emails_TogetherId",
                table: "Emails",
                column: "TogetherId",
                filter: "[TogetherId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Emails_UniqueKey",
                table: "Emails",
                column: "UniqueKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Escalations_AdviceRequestId",
                table: "Escalations",
                column: "AdviceRequestId");

            migrationBuilder.CreateIndex(
                name: "IX_Escalations_AssessmentId",
                table: "Escalations",
                column: "AssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Escalations_IcbId_AnsweredUtc_WithdrawnUtc_RaisedUtc",
                table: "Escalations",
                columns: new[] { "IcbId", "AnsweredUtc", "WithdrawnUtc", "RaisedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Escalations_RaisedByUserId_AnsweredUtc_WithdrawnUtc_RaisedUtc",
                table: "Escalations",
                columns: new[] { "RaisedByUserId", "AnsweredUtc", "WithdrawnUtc", "RaisedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Escalations_ToUserId_AnsweredUtc_WithdrawnUtc_RaisedUtc",
                table: "Escalations",
                columns: new[] { "ToUserId", "AnsweredUtc", "WithdrawnUtc", "RaisedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Exemptions_AdviceRequestId",
                table: "Exemptions",
                column: "AdviceRequestId");

            migrationBuilder.CreateIndex(
                name: "IX_Exemptions_AssessmentId",
                table: "Exemptions",
                column: "AssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Exemptions_IcbId_FamilyToldOn",
                table: "Exemptions",
                columns: new[] { "IcbId", "FamilyToldOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Exemptions_LocalAuthorityId_FamilyToldOn",
                table: "Exemptions",
                columns: new[] { "LocalAuthorityId", "FamilyToldOn" });

            migrationBuilder.CreateIndex(
                name: "IX_HealthServices_CoverServiceId",
                table: "HealthServices",
                column: "CoverServiceId");

            migrationBuilder.CreateIndex(
                name: "IX_HealthServices_IcbId_Name",
                table: "HealthServices",
                columns: new[] { "IcbId", "Name" });

            migrationBuilder.CreateIndex(
                name: "IX_HealthServices_ProviderId_Name_Town",
                table: "HealthServices",
                columns: new[] { "ProviderId", "Name", "Town" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IcbCoverages_LocalAuthorityId",
                table: "IcbCoverages",
                column: "LocalAuthorityId");

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_ConfirmedUtc_FinishedUtc",
                table: "ImportBatches",
                columns: new[] { "ConfirmedUtc", "FinishedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_IcbId_UploadedUtc",
                table: "ImportBatches",
                columns: new[] { "IcbId", "UploadedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_LocalAuthorityId_UploadedUtc",
                table: "ImportBatches",
                columns: new[] { "LocalAuthorityId", "UploadedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportBatches_UploadedByUserId",
                table: "ImportBatches",
                column: "UploadedByUserId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentEntries_AssessmentId",
                table: "IncidentEntries",
                column: "AssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentEntries_IncidentId_AtUtc",
                table: "IncidentEntries",
                columns: new[] { "IncidentId", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_AdviceRequestId",
                table: "Incidents",
                column: "AdviceRequestId");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_AssessmentId",
                table: "Incidents",
                column: "AssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_IcbId_ClosedUtc_FoundOn",
                table: "Incidents",
                columns: new[] { "IcbId", "ClosedUtc", "FoundOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_WithdrawalId",
                table: "Incidents",
                column: "WithdrawalId");

            migrationBuilder.CreateIndex(
                name: "IX_IntegratedCareBoards_OdsCode",
                table: "IntegratedCareBoards",
                column: "OdsCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_IcbId_CreatedUtc",
                table: "Invitations",
                columns: new[] { "IcbId", "CreatedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_LocalAuthorityId_CreatedUtc",
                table: "Invitations",
                columns: new[] { "LocalAuthorityId", "CreatedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Invitations_TokenHash",
                table: "Invitations",
                column: "TokenHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InvolvedProfessionals_AssessmentId_Position",
                table: "InvolvedProfessionals",
                columns: new[] { "AssessmentId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_InvolvedProfessionals_ProfessionalId",
                table: "InvolvedProfessionals",
                column: "ProfessionalId");

            migrationBuilder.CreateIndex(
                name: "IX_InvolvedProfessionals_ServiceId",
                table: "InvolvedProfessionals",
                column: "ServiceId");

            migrationBuilder.CreateIndex(
                name: "IX_LadderSettings_IcbId",
                table: "LadderSettings",
                column: "IcbId");

            migrationBuilder.CreateIndex(
                name: "IX_LadderSettings_ServiceId",
                table: "LadderSettings",
                column: "ServiceId");

            migrationBuilder.CreateIndex(
                name: "IX_LocalAuthorities_Code",
                table: "LocalAuthorities",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LocalAuthorities_ReferencePrefix",
                table: "LocalAuthorities",
                column: "ReferencePrefix",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notes_AssessmentId_WrittenUtc",
                table: "Notes",
                columns: new[] { "AssessmentId", "WrittenUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Notes_IcbId_Side_DoneUtc_RemindOn",
                table: "Notes",
                columns: new[] { "IcbId", "Side", "DoneUtc", "RemindOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Notes_LocalAuthorityId_Side_DoneUtc_RemindOn",
                table: "Notes",
                columns: new[] { "LocalAuthorityId", "Side", "DoneUtc", "RemindOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Professionals_CoverProfessionalId",
                table: "Professionals",
                column: "CoverProfessionalId");

            migrationBuilder.CreateIndex(
                name: "IX_Professionals_Email",
                table: "Professionals",
                column: "Email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Professionals_IcbId_FullName",
                table: "Professionals",
                columns: new[] { "IcbId", "FullName" });

            migrationBuilder.CreateIndex(
                name: "IX_Professionals_ProviderId",
                table: "Professionals",
                column: "ProviderId");

            migrationBuilder.CreateIndex(
                name: "IX_Professionals_ServiceId",
                table: "Professionals",
                column: "ServiceId");

            migrationBuilder.CreateIndex(
                name: "IX_Providers_IcbId_OdsCode",
                table: "Providers",
                columns: new[] { "IcbId", "OdsCode" },
                unique: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_ReportedFigures_IcbId_From_To",
                table: "ReportedFigures",
                columns: new[] { "IcbId", "From", "To" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RequestMoves_AdviceRequestId_Number",
                table: "RequestMoves",
                columns: new[] { "AdviceRequestId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RequestMoves_AssessmentId",
                table: "RequestMoves",
                column: "AssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_RequestMoves_ProfessionalId",
                table: "RequestMoves",
                column: "ProfessionalId");

            migrationBuilder.CreateIndex(
                name: "IX_RequestMoves_ServiceId",
                table: "RequestMoves",
                column: "ServiceId");

            migrationBuilder.CreateIndex(
                name: "IX_ReturnedAnswers_AdviceRequestId_Kind_Number",
                table: "ReturnedAnswers",
                columns: new[] { "AdviceRequestId", "Kind", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReturnedAnswers_AssessmentId",
                table: "ReturnedAnswers",
                column: "AssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_ReturnedAnswers_IcbId_TextHash",
                table: "ReturnedAnswers",
                columns: new[] { "IcbId", "TextHash" });

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_UserId_List_NameKey",
                table: "SavedViews",
                columns: new[] { "UserId", "List", "NameKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Schools_IsOpen_SearchText",
                table: "Schools",
                columns: new[] { "IsOpen", "SearchText" });

            migrationBuilder.CreateIndex(
                name: "IX_UserClaims_UserId",
                table: "UserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_UserLogins_UserId",
                table: "UserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "Users",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "IX_Users_CalendarTokenHash",
                table: "Users",
                column: "CalendarTokenHash");

            migrationBuilder.CreateIndex(
                name: "IX_Users_IcbId_DisplayName",
                table: "Users",
                columns: new[] { "IcbId", "DisplayName" });

            migrationBuilder.CreateIndex(
                name: "IX_Users_LocalAuthorityId_DisplayName",
                table: "Users",
                columns: new[] { "LocalAuthorityId", "DisplayName" });

            migrationBuilder.CreateIndex(
                name: "IX_Users_ProfessionalId",
                table: "Users",
                column: "ProfessionalId");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "Users",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UserServices_ServiceId",
                table: "UserServices",
                column: "ServiceId");

            migrationBuilder.CreateIndex(
                name: "IX_UsualTeams_IcbId_Name",
                table: "UsualTeams",
                columns: new[] { "IcbId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Withdrawals_AdviceRequestId",
                table: "Withdrawals",
                column: "AdviceRequestId");

            migrationBuilder.CreateIndex(
                name: "IX_Withdrawals_AnswerId",
                table: "Withdrawals",
                column: "AnswerId");

            migrationBuilder.CreateIndex(
                name: "IX_Withdrawals_AssessmentId",
                table: "Withdrawals",
                column: "AssessmentId");

            migrationBuilder.CreateIndex(
                name: "IX_Withdrawals_DocumentId",
                table: "Withdrawals",
                column: "DocumentId");

            migrationBuilder.Sql("CREATE INDEX IX_Assessments_LocalAuthorityId_DateOfBirth ON Assessments (LocalAuthorityId, Child_DateOfBirth);");
            migrationBuilder.Sql("CREATE TRIGGER AuditEntries_No_Update BEFORE UPDATE ON AuditEntries BEGIN SELECT RAISE(ABORT, 'The audit trail cannot be changed.'); END;");
            migrationBuilder.Sql("CREATE TRIGGER AuditEntries_No_Delete BEFORE DELETE ON AuditEntries BEGIN SELECT RAISE(ABORT, 'The audit trail cannot be deleted.'); END;");
            migrationBuilder.Sql("CREATE TRIGGER Chases_No_Update BEFORE UPDATE ON Chases BEGIN SELECT RAISE(ABORT, 'A chase cannot be changed.'); END;");
            migrationBuilder.Sql("CREATE TRIGGER Chases_No_Delete BEFORE DELETE ON Chases BEGIN SELECT RAISE(ABORT, 'A chase cannot be deleted.'); END;");
            migrationBuilder.Sql("CREATE TRIGGER ReportedFigures_No_Update BEFORE UPDATE ON ReportedFigures BEGIN SELECT RAISE(ABORT, 'Reported figures cannot be changed.'); END;");
            migrationBuilder.Sql("CREATE TRIGGER ReportedFigures_No_Delete BEFORE DELETE ON ReportedFigures BEGIN SELECT RAISE(ABORT, 'Reported figures cannot be deleted.'); END;");
            migrationBuilder.Sql("CREATE TRIGGER RequestMoves_No_Update BEFORE UPDATE ON RequestMoves BEGIN SELECT RAISE(ABORT, 'A move that was made cannot be changed.'); END;");
            migrationBuilder.Sql("CREATE TRIGGER RequestMoves_No_Delete BEFORE DELETE ON RequestMoves BEGIN SELECT RAISE(ABORT, 'A move that was made cannot be deleted.'); END;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AdviceResponses");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "CaseTies");

            migrationBuilder.DropTable(
                name: "CaseTransfers");

            migrationBuilder.DropTable(
                name: "Chases");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "DigestItems");

            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropTable(
                name: "Emails");

            migrationBuilder.DropTable(
                name: "Escalations");

            migrationBuilder.DropTable(
                name: "Exemptions");

            migrationBuilder.DropTable(
                name: "IcbCoverages");

            migrationBuilder.DropTable(
                name: "ImportBatches");

            migrationBuilder.DropTable(
                name: "IncidentEntries");

            migrationBuilder.DropTable(
                name: "Invitations");

            migrationBuilder.DropTable(
                name: "InvolvedProfessionals");

            migrationBuilder.DropTable(
                name: "Jobs");

            migrationBuilder.DropTable(
                name: "LadderSettings");

            migrationBuilder.DropTable(
                name: "Notes");

            migrationBuilder.DropTable(
                name: "QuestionMessages");

            migrationBuilder.DropTable(
                name: "ReferenceCounters");

            migrationBuilder.DropTable(
                name: "ReportedFigures");

            migrationBuilder.DropTable(
                name: "RequestMoves");

            migrationBuilder.DropTable(
                name: "SavedViews");

            migrationBuilder.DropTable(
                name: "Schools");

            migrationBuilder.DropTable(
                name: "UserClaims");

            migrationBuilder.DropTable(
                name: "UserLogins");

            migrationBuilder.DropTable(
                name: "UserServices");

            migrationBuilder.DropTable(
                name: "UserTokens");

            migrationBuilder.DropTable(
                name: "UsualTeams");

            migrationBuilder.DropTable(
                name: "Incidents");

            migrationBuilder.DropTable(
                name: "Questions");

            migrationBuilder.DropTable(
                name: "Users");

            migrationBuilder.DropTable(
                name: "Withdrawals");

            migrationBuilder.DropTable(
                name: "Documents");

            migrationBuilder.DropTable(
                name: "CarriedAnswers");

            migrationBuilder.DropTable(
                name: "ReturnedAnswers");

            migrationBuilder.DropTable(
                name: "AdviceRequests");

            migrationBuilder.DropTable(
                name: "Assessments");

            migrationBuilder.DropTable(
                name: "Professionals");

            migrationBuilder.DropTable(
                name: "LocalAuthorities");

            migrationBuilder.DropTable(
                name: "HealthServices");

            migrationBuilder.DropTable(
                name: "Providers");

            migrationBuilder.DropTable(
                name: "IntegratedCareBoards");
        }
    }
}
