using DcoPortal.Casework.Notifications;
using DcoPortal.Domain.Identifiers;
using DcoPortal.Domain.Text;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>Turns the typed fields into a notification. Call it only on a draft that has been checked.</summary>
internal static class DraftMapping
{
    public static NotificationDetails ToDetails(NotificationDraft draft, IReadOnlyList<NamedPerson> people, DateOnly today)
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
            Reasons = request.Reasons.ContentOrNull(),
            AuthorityReference = request.AuthorityReference.ContentOrNull(),
            Child = Child(draft),
            Family = Family(draft.Family, draft.Child.IsYoungPerson(today)),
            Setting = new()
            {
                Name = draft.Setting.Name.ContentOrNull(),
                Urn = draft.Setting.Urn.ContentOrNull(),
                YearGroup = draft.Setting.YearGroup.ContentOrNull(),
                SencoContact = draft.Setting.SencoContact.ContentOrNull(),
            },
            Professionals = [.. people.Select(p => p.Named)],
        };
    }

    public static ChildOrYoungPerson Child(NotificationDraft draft)
    {
        var child = draft.Child;
        return new()
        {
            LegalSurname = child.LegalSurname.BlankToNull() ?? "",
            Forenames = child.Forenames.BlankToNull() ?? "",
            KnownAs = child.KnownAs.ContentOrNull(),
            DateOfBirth = child.DateOfBirth.Value ?? default,
            Sex = child.Sex.ContentOrNull(),
            NhsNumber = NhsNumber.TryParse(child.NhsNumber, out var nhs, out _) ? nhs.Value : null,
            Upn = Upn.TryParse(child.Upn, out var upn, out _) ? upn.Value : null,
            Address = child.Address.ContentOrNull(),
            Postcode = Postcode.TryParse(child.Postcode, out var postcode, out _) ? postcode.Value : null,
            GpPracticeCode = OdsCode.TryParse(child.GpPractice, out var gp, out _) ? gp.Value : null,
            IsLookedAfter = child.IsLookedAfter,
            CommunicationNeeds = child.CommunicationNeeds.ContentOrNull(),
            Interpreter = draft.Family.Interpreter.ContentOrNull(),
        };
    }

    private static FamilyView Family(FamilyForm family, bool isYoungPerson) => new()
    {
        ParentName = family.ParentName.ContentOrNull(),
        ParentEmail = family.ParentEmail.ContentOrNull(),
        ParentPhone = family.ParentPhone.ContentOrNull(),
        SecondParentName = family.SecondParentName.ContentOrNull(),
        SecondParentContact = family.SecondParentContact.ContentOrNull(),
        YoungPersonEmail = isYoungPerson ? family.YoungPersonEmail.ContentOrNull() : null,
        YoungPersonPhone = isYoungPerson ? family.YoungPersonPhone.ContentOrNull() : null,
        DiscussedWithYoungPerson = isYoungPerson ? family.Discussed : null,
        ParentsMayBeCopiedIn = isYoungPerson ? family.CopyParents : null,
        Views = family.Views.ContentOrNull(),
        Sharing = family.Sharing ?? SharingAgreement.NotRecorded,
        DoNotShareWith = family.DoNotShareWith.ContentOrNull(),
    };
}
