using DcoPortal.Domain.Identifiers;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

/// <summary>One good row: every value read and checked, nothing left as text that has a type. Personal data.</summary>
public sealed record ImportedNotification
{
    /// <summary>Whose case it is, as written, where the file says so; or null.</summary>
    public string? LocalAuthority { get; init; }

    /// <summary>The authority's own reference, or null.</summary>
    public string? AuthorityReference { get; init; }

    /// <summary>The work email of the colleague whose case it is, or null.</summary>
    public string? CaseOwnerEmail { get; init; }

    /// <summary>How the assessment began: with a request where the row does not say.</summary>
    public ClockEvent StartedBy { get; init; } = ClockEvent.RequestReceived;

    /// <summary>The day it began, such as the day the request was received (Europe/London).</summary>
    public required DateOnly RequestReceivedOn { get; init; }

    /// <summary>Who asked for the assessment, or null when the row does not say.</summary>
    public RequestSource? Source { get; init; }

    /// <summary>True to assess, false not to, null when not decided yet.</summary>
    public bool? DecidedToAssess { get; init; }

    /// <summary>The day of the decision (Europe/London); never null when there is one.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>The day health was told of the request, or null.</summary>
    public DateOnly? HealthToldOn { get; init; }

    /// <summary>The day health was asked for advice, or null.</summary>
    public DateOnly? AdviceRequestedOn { get; init; }

    /// <summary>Legal surname.</summary>
    public required string LegalSurname { get; init; }

    /// <summary>The name the child is known as, or null.</summary>
    public string? KnownAs { get; init; }

    /// <summary>Forenames.</summary>
    public required string Forenames { get; init; }

    /// <summary>Date of birth.</summary>
    public required DateOnly DateOfBirth { get; init; }

    /// <summary>Sex as recorded by the authority, or null.</summary>
    public string? Sex { get; init; }

    /// <summary>NHS number, or null when not known.</summary>
    public NhsNumber? NhsNumber { get; init; }

    /// <summary>Unique pupil number, or null.</summary>
    public Upn? Upn { get; init; }

    /// <summary>Postal address without the postcode, or null. May have several lines.</summary>
    public string? Address { get; init; }

    /// <summary>Postcode, or null.</summary>
    public Postcode? Postcode { get; init; }

    /// <summary>Parent or carer, or null.</summary>
    public string? ParentName { get; init; }

    /// <summary>The parent's email address, or null.</summary>
    public string? ParentEmail { get; init; }

    /// <summary>The parent's phone number, or null.</summary>
    public string? ParentPhone { get; init; }

    /// <summary>Language that the family needs an interpreter for, or null.</summary>
    public string? Interpreter { get; init; }

    /// <summary>School, college or early-years provider, or null.</summary>
    public string? SettingName { get; init; }

    /// <summary>Six-digit unique reference number of the setting, or null.</summary>
    public string? SettingUrn { get; init; }

    /// <summary>Year group, or null.</summary>
    public string? YearGroup { get; init; }

    /// <summary>Primary need, or null.</summary>
    public CodedName? PrimaryNeed { get; init; }

    /// <summary>Whether an authority looks after the child, or null when the row does not say.</summary>
    public bool? IsLookedAfter { get; init; }

    /// <summary>The GP practice, or null.</summary>
    public OdsCode? GpPractice { get; init; }

    /// <summary>Why the assessment was asked for, or null. May have several lines.</summary>
    public string? Reasons { get; init; }

    /// <summary>The family's views in their words, or null. May have several lines.</summary>
    public string? FamilyViews { get; init; }

    /// <summary>The NHS professionals and services named, in the order of their columns.</summary>
    public IReadOnlyList<ImportedProfessional> Professionals { get; init; } = [];

    /// <summary>Anyone the family does not want information shared with, or null.</summary>
    public string? DoNotShareWith { get; init; }

    /// <summary>What the row says where nobody is excluded, such as "None"; null where it says nothing.</summary>
    public string? NobodyExcluded { get; init; }

    /// <summary>Whether the file has a column for the decision, and this row none.</summary>
    public bool HasEmptyDecision { get; init; }

    /// <summary>The days of professionals and services for which the file has a column, and this row nothing in it.</summary>
    public IReadOnlyList<EmptyDay> EmptyDays { get; init; } = [];

    /// <summary>The cells that were left out until somebody puts them right.</summary>
    public IReadOnlyList<CellToCorrect> ToCorrect { get; init; } = [];
}

/// <summary>An NHS professional or service named in a row. At least one of name and service is there.</summary>
/// <param name="Name">The person, or null when only the service is known.</param>
/// <param name="Service">The service, or null.</param>
/// <param name="Provider">The provider, or null.</param>
/// <param name="AnsweredOn">The day on which they answered, or null.</param>
/// <param name="FamilyAsked">Whether the family asked for this advice.</param>
/// <param name="AskedOn">The day on which they were asked, or null.</param>
public sealed record ImportedProfessional(string? Name, string? Service, string? Provider, DateOnly? AnsweredOn = null, bool FamilyAsked = false, DateOnly? AskedOn = null);

/// <summary>A day that a row does not give, under a column that its file has.</summary>
/// <param name="Whose">Whose it is.</param>
/// <param name="IsAnswer">Whether it is that of the answer; else of the asking.</param>
public sealed record EmptyDay(ImportedProfessional Whose, bool IsAnswer);
