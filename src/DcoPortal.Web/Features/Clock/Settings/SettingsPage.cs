namespace DcoPortal.Web.Features.Clock.Settings;

/// <summary>The settings page, with the form of the organisation that the person works for.</summary>
public sealed record SettingsPage
{
    /// <summary>The person's own organisation.</summary>
    public required string Organisation { get; init; }

    /// <summary>The authority's form, or null for a board.</summary>
    public AuthoritySettingsForm? Authority { get; init; }

    /// <summary>The board's form, or null for an authority.</summary>
    public BoardSettingsForm? Board { get; init; }

    /// <summary>A day that the examples count from: the first of the current month (Europe/London).</summary>
    public required DateOnly ExampleDay { get; init; }

    /// <summary>The 6 weeks from the example day: the law's date, and the authority's own when day 1 is the day of receipt.</summary>
    public Deadline Example => StatutoryClock.ForAssessment(ClockEvent.RequestReceived, ExampleDay, null, new ClockSettings(DayOneConvention.DayOfReceiptCounts)).DecisionToAssess!;
}

/// <summary>Reads the page of the person's own organisation.</summary>
public sealed class SettingsPageQuery(PortalDb db, AccessScope scope, UkClock clock)
{
    /// <summary>The page, with what was typed when a form came back; null for a person whose organisation has no such settings.</summary>
    public async Task<SettingsPage?> RunAsync(AuthoritySettingsForm? authority, BoardSettingsForm? board, CancellationToken ct)
    {
        var day = new DateOnly(clock.Today.Year, clock.Today.Month, 1);
        if (scope.Kind == ScopeKind.LocalAuthority)
        {
            var own = await db.LocalAuthorities.AsNoTracking().SingleAsync(a => a.Id == scope.LocalAuthorityId, ct);
            var form = authority ?? new() { DayOne = own.CountsDayOfReceipt ? AuthoritySettingsForm.Receipt : AuthoritySettingsForm.Law, Version = own.Version };
            return new() { Organisation = own.Name, Authority = form, ExampleDay = day };
        }
        if (scope.Kind == ScopeKind.DcoService)
        {
            var own = await db.Icbs.AsNoTracking().SingleAsync(i => i.Id == scope.IcbId, ct);
            var form = board ?? new() { EarlyInformationDays = own.EarlyInformationDays, TurnaroundDays = own.TurnaroundDays, PlanWritingDays = own.PlanWritingDays, SendLeadEmail = own.SendLeadEmail, Version = own.Version };
            return new() { Organisation = own.Name, Board = form, ExampleDay = day };
        }
        return null;
    }
}
