using DcoPortal.Casework.Notifications;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Identifiers;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>From what was typed to what it means. Call it only on a draft whose steps have been checked.</summary>
internal static class DraftMapping
{
    public static NotificationDetails ToDetails(NotificationDraft draft)
    {
        var request = draft.Request;
        return new()
        {
            StartedBy = request.Start,
            RequestReceivedOn = request.Received.Value!.Value,
            Source = request.IsOwnDecision ? RequestSource.Other : request.Source!.Value,
            Decision = request.DecisionMade,
            DecidedOn = request.DecidedOn,
            PrimaryNeed = PrimaryNeeds.TryGet(request.PrimaryNeed, out var need) ? need.Code : "",
            Reasons = Blank.ToNull(request.Reasons),
            AuthorityReference = Blank.ToNull(request.AuthorityReference),
            Child = Child(draft),
            Family = Family(draft.Family),
            Setting = new()
            {
                Name = Blank.ToNull(draft.Setting.Name),
                Urn = Blank.ToNull(draft.Setting.Urn),
                YearGroup = Blank.ToNull(draft.Setting.YearGroup),
                SencoContact = Blank.ToNull(draft.Setting.SencoContact),
            },
            Professionals = [.. draft.Professionals.Select(p => new NamedProfessional
            {
                ProfessionalId = p.ProfessionalId,
                ServiceId = p.ServiceId,
                Name = p.Name,
                ServiceName = p.ServiceName,
                ProviderName = p.ProviderName,
                Contact = Blank.ToNull(p.Contact),
                LastSeen = Blank.ToNull(p.LastSeen),
                IsCurrent = p.IsCurrent,
            })],
        };
    }

    public static ChildOrYoungPerson Child(NotificationDraft draft)
    {
        var child = draft.Child;
        return new()
        {
            LegalSurname = Blank.ToNull(child.LegalSurname) ?? "",
            Forenames = Blank.ToNull(child.Forenames) ?? "",
            KnownAs = Blank.ToNull(child.KnownAs),
            DateOfBirth = child.DateOfBirth.Value ?? default,
            Sex = Blank.ToNull(child.Sex),
            NhsNumber = NhsNumber.TryParse(child.NhsNumber, out var nhs, out _) ? nhs.Value : null,
            Upn = Upn.TryParse(child.Upn, out var upn, out _) ? upn.Value : null,
            Address = Blank.ToNull(child.Address),
            Postcode = Postcode.TryParse(child.Postcode, out var postcode, out _) ? postcode.Value : null,
            GpPracticeCode = OdsCode.TryParse(child.GpPractice, out var gp, out _) ? gp.Value : null,
            IsLookedAfter = child.IsLookedAfter,
            CommunicationNeeds = Blank.ToNull(child.CommunicationNeeds),
            Interpreter = Blank.ToNull(draft.Family.Interpreter),
        };
    }

    private static FamilyView Family(FamilyForm family) => new()
    {
        ParentName = Blank.ToNull(family.ParentName),
        ParentEmail = Blank.ToNull(family.ParentEmail),
        ParentPhone = Blank.ToNull(family.ParentPhone),
        SecondParentName = Blank.ToNull(family.SecondParentName),
        SecondParentContact = Blank.ToNull(family.SecondParentContact),
        YoungPersonEmail = Blank.ToNull(family.YoungPersonEmail),
        YoungPersonPhone = Blank.ToNull(family.YoungPersonPhone),
        DiscussedWithYoungPerson = family.Discussed,
        ParentsMayBeCopiedIn = family.CopyParents,
        Views = Blank.ToNull(family.Views),
        Sharing = family.Sharing ?? SharingAgreement.NotRecorded,
        DoNotShareWith = Blank.ToNull(family.DoNotShareWith),
    };
}
