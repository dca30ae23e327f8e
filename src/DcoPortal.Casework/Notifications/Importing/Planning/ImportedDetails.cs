using System.Buffers.Binary;
using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Casework.Notifications.Importing.Planning;

// a row's values as the notification that the form would have made
internal static class ImportedDetails
{
    public static NotificationDetails Of(ImportedNotification row) => new()
    {
        StartedBy = row.StartedBy,
        RequestReceivedOn = row.RequestReceivedOn,
        // the Source column is optional in older exports, and the import page says that blank means Other
        Source = row.Source ?? RequestSource.Other,
        Decision = row.DecidedToAssess switch { true => AssessmentDecision.Assess, false => AssessmentDecision.DoNotAssess, null => null },
        DecidedOn = row.DecidedOn,
        // who was asked for advice was told of the request by then
        HealthToldOn = row.HealthToldOn ?? row.AdviceRequestedOn,
        AdviceRequestedOn = row.AdviceRequestedOn,
        PrimaryNeed = row.PrimaryNeed?.Code ?? "",
        Reasons = row.Reasons,
        AuthorityReference = row.AuthorityReference,
        Child = new ChildOrYoungPerson
        {
            LegalSurname = row.LegalSurname,
            Forenames = row.Forenames,
            KnownAs = row.KnownAs,
            DateOfBirth = row.DateOfBirth,
            Sex = row.Sex,
            NhsNumber = row.NhsNumber?.Value,
            Upn = row.Upn?.Value,
            Address = row.Address,
            Postcode = row.Postcode?.Display,
            Interpreter = row.Interpreter,
            IsLookedAfter = row.IsLookedAfter ?? false,
            GpPracticeCode = row.GpPractice?.Value,
        },
        Family = new FamilyView
        {
            ParentName = row.ParentName,
            ParentEmail = row.ParentEmail,
            ParentPhone = row.ParentPhone,
            Views = row.FamilyViews,
            Sharing = row.DoNotShareWith is null ? SharingAgreement.NotRecorded : SharingAgreement.Objects,
            DoNotShareWith = row.DoNotShareWith,
        },
        Setting = new EducationSetting { Name = row.SettingName, Urn = row.SettingUrn, YearGroup = row.YearGroup },
        Professionals = [.. row.Professionals.Select(Of)],
        ToCorrect = row.ToCorrect,
    };

    public static NamedProfessional Of(ImportedProfessional one) => new() { Name = one.Name, ServiceName = one.Service, ProviderName = one.Provider, AskedOn = one.AskedOn, AnsweredOn = one.AnsweredOn, FamilyAsked = one.FamilyAsked };

    // the same row of the same import has the same id, however often and by whomever it is imported; ids ascend within an
    // import, so that SQL Server, which sorts by the last six bytes first, appends
    public static Guid IdOf(Guid batchId, int line)
    {
        Span<byte> bytes = stackalloc byte[16];
        batchId.TryWriteBytes(bytes);
        var last = bytes[12..];
        BinaryPrimitives.WriteUInt32BigEndian(last, BinaryPrimitives.ReadUInt32BigEndian(last) + (uint)line);
        return new Guid(bytes);
    }
}
