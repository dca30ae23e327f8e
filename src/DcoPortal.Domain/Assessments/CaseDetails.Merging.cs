namespace DcoPortal.Domain.Assessments;

// how the details of two cases that are one become those of one
public sealed partial record CaseDetails
{
    private const int LongText = 4000;

    /// <summary>The same, in parts of their own: each record of a case has its own.</summary>
    public CaseDetails Copied() => FilledFrom(this);

    /// <summary>
    /// These details, with what they lack filled in from the other's. Where both say something else, these stand, but what somebody may not be sent holds of both; the family's views
    /// and the reasons are kept of both, one beneath the other, as far as there is room.
    /// </summary>
    public CaseDetails FilledFrom(CaseDetails other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with
        {
            Child = Filled(Child, other.Child),
            Family = Filled(Family, other.Family),
            Setting = Filled(Setting, other.Setting),
            PrimaryNeed = PrimaryNeed.Length > 0 ? PrimaryNeed : other.PrimaryNeed,
            Reasons = Both(Reasons, other.Reasons, LongText) ?? Reasons,
            AuthorityReference = AuthorityReference ?? other.AuthorityReference,
        };
    }

    /// <summary>Both texts, or one where they are the same or the other is empty; null where both are too long together.</summary>
    internal static string? Both(string? one, string? other, int most)
    {
        if (string.IsNullOrWhiteSpace(other) || one?.Contains(other, StringComparison.OrdinalIgnoreCase) == true) { return one; }
        if (string.IsNullOrWhiteSpace(one) || other.Contains(one, StringComparison.OrdinalIgnoreCase)) { return other; }
        var both = $"{one}\n\n{other}";
        return both.Length <= most ? both : null;
    }

    private static ChildOrYoungPerson Filled(ChildOrYoungPerson child, ChildOrYoungPerson other)
    {
        // an address is one place: half of one and half of another would be neither, but the half that is missing is filled in
        var (samePostcode, sameStreet) = (IsOne(child.Postcode, other.Postcode), IsOne(child.Address, other.Address));
        var filled = new ChildOrYoungPerson
        {
            LegalSurname = child.LegalSurname,
            Forenames = child.Forenames,
            KnownAs = child.KnownAs ?? other.KnownAs,
            DateOfBirth = child.DateOfBirth,
            Sex = child.Sex ?? other.Sex,
            NhsNumber = child.NhsNumber ?? other.NhsNumber,
            Upn = child.Upn ?? other.Upn,
            Address = child.Address ?? (samePostcode ? other.Address : null),
            Postcode = child.Postcode ?? (sameStreet ? other.Postcode : null),
            Interpreter = child.Interpreter ?? other.Interpreter,
            CommunicationNeeds = Both(child.CommunicationNeeds, other.CommunicationNeeds, 1000) ?? child.CommunicationNeeds,
            IsLookedAfter = child.IsLookedAfter || other.IsLookedAfter,
            GpPracticeCode = child.GpPracticeCode ?? other.GpPracticeCode,
        };
        filled.Remember(child, itsNamesToo: false);
        filled.Remember(other, itsNamesToo: false);
        return filled;
    }

    // where one says nothing the two do not contradict each other
    private static bool IsOne(string? one, string? other) => one is null || other is null || SearchKey.Joined(one) == SearchKey.Joined(other);

    private static FamilyView Filled(FamilyView family, FamilyView other)
    {
        // the way to reach a parent belongs to that parent
        var (parent, second) = (IsOne(family.ParentName, other.ParentName), IsOne(family.SecondParentName, other.SecondParentName));
        var filled = new FamilyView
        {
            ParentName = family.ParentName ?? other.ParentName,
            ParentEmail = family.ParentEmail ?? (parent ? other.ParentEmail : null),
            ParentPhone = family.ParentPhone ?? (parent ? other.ParentPhone : null),
            SecondParentName = family.SecondParentName ?? other.SecondParentName,
            SecondParentContact = family.SecondParentContact ?? (second ? other.SecondParentContact : null),
            YoungPersonEmail = family.YoungPersonEmail ?? other.YoungPersonEmail,
            YoungPersonPhone = family.YoungPersonPhone ?? other.YoungPersonPhone,
            DiscussedWithYoungPerson = family.DiscussedWithYoungPerson ?? other.DiscussedWithYoungPerson,
            // a young person's No to either holds, as every wish does
            ParentsMayBeCopiedIn = family.ParentsMayBeCopiedIn is false || other.ParentsMayBeCopiedIn is false ? false : family.ParentsMayBeCopiedIn ?? other.ParentsMayBeCopiedIn,
            Views = Both(family.Views, other.Views, LongText) ?? family.Views,
        };
        filled.Take(family.Wish.With(other.Wish));
        return filled;
    }

    private static EducationSetting Filled(EducationSetting setting, EducationSetting other)
    {
        var same = IsOne(setting.Name, other.Name);
        return new()
        {
            Name = setting.Name ?? other.Name,
            Urn = setting.Urn ?? (same ? other.Urn : null),
            YearGroup = setting.YearGroup ?? other.YearGroup,
            SencoContact = setting.SencoContact ?? (same ? other.SencoContact : null),
        };
    }
}
