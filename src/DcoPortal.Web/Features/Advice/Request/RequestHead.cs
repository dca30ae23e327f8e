using DcoPortal.Domain.Access;
using DcoPortal.Domain.Advice;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Identifiers;
using DcoPortal.Domain.Statutory;
using DcoPortal.Web.Data;
using DcoPortal.Web.Features.Clock.Settings;
using DcoPortal.Web.Platform.Access;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Time;
using DcoPortal.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Features.Advice.Request;

/// <summary>What every page about one request says at its top: whose it is, who is asked, and by when.</summary>
public sealed record RequestHead
{
    /// <summary>The request as it stands. Read only: pages show it, handlers load their own.</summary>
    public required AdviceRequest Row { get; init; }

    /// <summary>The child, or null where the person may no longer see the record (a closed request).</summary>
    public ChildBanner? Child { get; init; }

    /// <summary>The service asked.</summary>
    public required string ServiceName { get; init; }

    /// <summary>The service that was asked first, while this one covers for it, or null.</summary>
    public string? CoversFor { get; init; }

    /// <summary>Its provider's short name.</summary>
    public required string ProviderName { get; init; }

    /// <summary>The local authority.</summary>
    public required string AuthorityName { get; init; }

    /// <summary>Who holds it, working there or not, or null while unassigned.</summary>
    public string? HolderName { get; init; }

    /// <summary>Today in Europe/London.</summary>
    public DateOnly Today { get; init; }

    /// <summary>The due date with, beside it, the authority's own stricter date.</summary>
    public required Deadline Deadline { get; init; }

    /// <summary>The board's own target for the answer, or null where it has none or nothing was sent. Not law.</summary>
    public DateOnly? AnswerTarget { get; init; }

    /// <summary>Whether the person answers for somebody else: a DCO role records what came by another route.</summary>
    public bool IsOnBehalf { get; init; }

    /// <summary>Where it stands today.</summary>
    public RagStatus Status => Deadline.Status(Today, Row.ReturnedOn);

    /// <summary>The path of the request's page.</summary>
    public string Path => $"/advice-requests/{Row.Id}";
}

/// <summary>What the forms about one request share. The head is loaded by the server and never bound.</summary>
public abstract class RequestForm : IShowsChildRecord
{
    /// <summary>The request.</summary>
    [BindNever, ValidateNever]
    public RequestHead Head { get; set; } = null!;

    CaseKeys IShowsChildRecord.ShownCase => Head.Row.Keys;

    Guid? IShowsChildRecord.ShownRequestId => Head.Row.Id;
}

/// <summary>Reads a request's head under the person's scope.</summary>
public sealed class RequestHeadQuery(PortalDb db, UkClock clock, CurrentPerson person, ClockSettingsQuery settings)
{
    /// <summary>The head, or null when there is no such request in scope.</summary>
    public async Task<RequestHead?> FindAsync(Guid id, CancellationToken ct)
    {
        var found = await (
            from r in db.AdviceRequests.AsNoTracking()
            join s in db.Services on r.ServiceId equals s.Id
            join p in db.Providers on r.ProviderId equals p.Id
            join l in db.LocalAuthorities on r.LocalAuthorityId equals l.Id
            join h in db.Professionals on r.ProfessionalId equals (Guid?)h.Id into holders
            from h in holders.DefaultIfEmpty()
            where r.Id == id
            select new { Row = r, Service = s.Name, Provider = p.ShortName, Authority = l.Name, Holder = h.FullName, CoversFor = db.Services.Where(c => c.Id == r.CoverForServiceId).Select(c => c.Name).FirstOrDefault() }).SingleOrDefaultAsync(ct);
        if (found is null) { return null; }
        var assessment = await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == found.Row.AssessmentId, ct);
        var local = await settings.ForAsync(found.Row.LocalAuthorityId, found.Row.IcbId, ct);
        return new RequestHead
        {
            Row = found.Row,
            Deadline = found.Row.DeadlineWith(local),
            AnswerTarget = (found.Row.Stage.IsWithNobody() ? null : found.Row.SentUtc) is { } sent ? StatutoryClock.ForInternalTurnaround(UkClock.DateOf(sent), local)?.Due : null,
            Child = assessment is null ? null : Banner(assessment, found.Authority, clock.Today),
            ServiceName = found.Service,
            CoversFor = found.CoversFor,
            ProviderName = found.Provider,
            AuthorityName = found.Authority,
            HolderName = found.Holder,
            Today = clock.Today,
            IsOnBehalf = person.Scope.Kind == ScopeKind.DcoService,
        };
    }

    private static ChildBanner Banner(Assessment a, string authority, DateOnly today) => new()
    {
        Reference = a.Reference,
        AuthorityName = authority,
        ChildName = a.Child.DisplayName,
        DateOfBirth = a.Child.DateOfBirth,
        Today = today,
        NhsNumber = a.Child.NhsNumber,
        Setting = a.Setting.Name,
        PrimaryNeed = PrimaryNeeds.TryGet(a.PrimaryNeed, out var need) ? need.Name : a.PrimaryNeed,
        RequestReceived = a.RequestReceivedOn,
        StartLabel = Assessments.RouteWords.AnchorLabel(a.StartedBy),
    };
}
