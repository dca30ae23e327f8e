using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Transfers;
using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Identifiers;
using DcoPortal.Web.Parts.Assessments;
using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Advice.RequestAdvice;

/// <summary>Reads the page that fans out, in the same number of queries however many professionals were named.</summary>
public sealed class RequestAdviceQuery(PortalDb db, AskableDirectoryQuery directories, UsualTeams teams, MeantReadersQuery readers, LinkedWishesQuery linked, CannotSignInQuery gone, CameAlongQuery cameAlong, TransfersQuery transfers, UkClock clock, ClockSettingsQuery settings)
{
    /// <summary>The page, or null when the assessment is not in scope.</summary>
    /// <param name="reference">The assessment.</param>
    /// <param name="typed">The form that came back with an error, or null for a new page.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<RequestAdvicePage?> LoadAsync(string reference, RequestAdviceForm? typed, CancellationToken ct)
    {
        var assessment = await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Reference == reference, ct);
        if (assessment is null) { return null; }
        var authority = await db.LocalAuthorities.Where(a => a.Id == assessment.LocalAuthorityId).Select(a => a.Name).SingleAsync(ct);
        var involved = await db.InvolvedProfessionals.AsNoTracking().Where(p => p.AssessmentId == assessment.Id).OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(ct);
        var every = await db.AdviceRequests.AsNoTracking().Where(r => r.AssessmentId == assessment.Id).OrderBy(r => r.PreparedUtc).ThenBy(r => r.Id).ToListAsync(ct);
        var requests = every.FindAll(r => r.Stage != RequestStage.Closed);
        var local = await settings.ForAsync(assessment.LocalAuthorityId, assessment.IcbId, ct);
        var school = assessment.Setting.Urn is { } urn ? await db.Schools.Where(s => s.Urn == urn).Select(s => s.Postcode).SingleOrDefaultAsync(ct) : null;
        var wishes = await linked.OfAsync(assessment, ct);
        var along = await cameAlong.OfAsync(assessment.Id, ct);
        var unknown = await cameAlong.UnknownAsync(assessment.Id, ct);
        var bringsPlan = along.Count + unknown.Count > 0 && (await transfers.OfAsync(assessment.Keys, ct)).BringsPlan(assessment.StartedBy);
        var builder = new Builder(assessment, wishes, CaseWishes.Of(assessment, involved, requests, wishes.Select(l => l.DoNotShareWith)), await gone.OfBoardAsync(ct), school, requests, await directories.LoadAsync(ct), await WorkloadAsync(ct), clock.Light, local, typed, involved.Count) { EarlyGivenBack = every.FindAll(r => r is { Kind: AdviceKind.EarlyInformation, GivenBackUtc: not null }), Withdrawn = every.FindAll(r => r is { Kind: AdviceKind.Statutory, Became: Became.Withdrawn, Stage: RequestStage.Closed, SentUtc: not null }), ClosedBefore = every.FindAll(r => r.Became != Became.Withdrawn && ClosedAsking.Of(r) is not null), CameAlong = along, BringsPlan = bringsPlan };
        return builder.Build(authority, involved, await teams.ListAsync(ct)) with { AlongUnknown = [.. unknown.Select(u => CarriedWords.Unknown(u, bringsPlan))], Meant = await readers.OfAsync(assessment.Family.DoNotShareWith, assessment.Keys, ct) };
    }

    private async Task<List<Workload>> WorkloadAsync(CancellationToken ct)
    {
        var today = clock.Today;
        return await db.AdviceRequests.Outstanding().GroupBy(r => new { r.ServiceId, r.ProfessionalId })
            .Select(g => new Workload(g.Key.ServiceId, g.Key.ProfessionalId, g.Count(), g.Count(r => r.DueOn < today))).ToListAsync(ct);
    }

    /// <summary>What waits for a professional, or for a service that has not assigned it.</summary>
    private sealed record Workload(Guid ServiceId, Guid? ProfessionalId, int Open, int Late);

    private sealed class Builder(Assessment assessment, IReadOnlyList<LinkedWish> linked, CaseWishes wishes, IReadOnlyDictionary<Guid, CannotOpen> gone, string? school, List<AdviceRequest> requests, AskableDirectory directory, List<Workload> workload, TrafficLight light, ClockSettings local, RequestAdviceForm? typed, int named)
    {
        private readonly DateOnly _today = light.Today;
        private readonly AskTerms _terms = AskTerms.Of(assessment, local, named);

        /// <summary>Early information that a service gave back, closed since or not.</summary>
        public required List<AdviceRequest> EarlyGivenBack { get; init; }

        /// <summary>Statutory requests that were sent and withdrawn, such as before a decision was taken back: whoever looks says whether they are still to be asked.</summary>
        public required List<AdviceRequest> Withdrawn { get; init; }

        /// <summary>Requests that were sent and closed, but for those withdrawn.</summary>
        public required List<AdviceRequest> ClosedBefore { get; init; }

        /// <summary>The services whose advice came along with the case, and when it was returned.</summary>
        public required IReadOnlyDictionary<Guid, DateOnly> CameAlong { get; init; }

        /// <inheritdoc cref="TransfersOfCase.BringsPlan" />
        public required bool BringsPlan { get; init; }

        private AdviceKind Kind => _terms.Kind;

        private Deadline Due => _terms.Deadline;

        public RequestAdvicePage Build(string authority, List<InvolvedProfessional> involved, List<UsualTeam> teams)
        {
            var shown = new HashSet<AskTarget>();
            var named = Named(involved, shown);
            var people = shown.Where(t => t.ProfessionalId is not null).ToLookup(t => t.ServiceId, t => directory.NameOf(t));
            var age = UkText.Age(assessment.Child.DateOfBirth, _today);
            var kinds = named.Select(n => n.Candidate).OfType<Candidate>().Select(c => c.Kind).ToHashSet(StringComparer.OrdinalIgnoreCase);
            List<Candidate> usual = [.. directory.Services.Where(s => s.UsuallyAdvises(age, assessment.PrimaryNeed) && shown.Add(AskTarget.Of(s)))
                .Select(s => Of(AskTarget.Of(s), ticked: false) with { AlsoNamed = people[s.Id].Any() ? string.Join(", ", people[s.Id]) : null })];
            var nearest = usual.Where(c => !kinds.Contains(c.Kind)).GroupBy(c => c.Kind, StringComparer.OrdinalIgnoreCase).SelectMany(LocalServices.Of).ToHashSet();
            List<Candidate> others = [.. OtherTargets().Where(shown.Add).Select(t => Of(t, ticked: true))];
            return new RequestAdvicePage
            {
                ShownCase = assessment.Keys,
                Child = AssessmentBanner.Of(assessment, authority, _today),
                IsOpen = assessment.IsOpen,
                Kind = Kind,
                // a page that comes back still says what it showed first
                Seen = typed?.Seen ?? _terms.Seen,
                DueOn = Due.Due,
                IsLateAtOnce = Due.Due < _today,
                LocalDueOn = Due.LocalDue,
                DueReason = Due.Explain(_today, null, []),
                Sharing = assessment.Family.Sharing,
                DoNotShareWith = assessment.Family.DoNotShareWith,
                SaidElsewhere = wishes.Said,
                AgreedTo = assessment.Family.SharingConsent,
                LinkedWishes = linked,
                NotFoundOut = wishes.ToRead,
                GivenBack = [.. requests.Where(r => r.Stage == RequestStage.GivenBack).OrderBy(r => r.GivenBackUtc).ThenBy(r => r.Id)
                    .Select(r => new GivenBack(r.Id, (directory.Professional(r.FirstAskedProfessionalId) is { } asked && asked.ServiceId == r.ServiceId ? $"{asked.FullName}, " : "") + directory.ServiceName(r.ServiceId), r.GivenBackReason ?? "", r.GivenBackUtc!.Value, r.Kind == Kind && directory.CanBeAsked(new AskTarget(r.ServiceId, null)), r.Kind != Kind))],
                Named = named,
                District = PostcodeDistrict.Of(assessment.Child.Postcode),
                SchoolDistrict = PostcodeDistrict.Of(school) is { } district && district != PostcodeDistrict.Of(assessment.Child.Postcode) ? district : null,
                Teams = teams,
                Local = [.. InOrder(usual.Where(nearest.Contains))],
                Elsewhere = [.. InOrder(usual.Where(c => !nearest.Contains(c)))],
                Others = others,
                // who could not open it any more is not offered; who has no account yet is marked once chosen
                Directory = directory.Choices(t => shown.Contains(t) || IsGone(t.ProfessionalId)),
                Instead = directory.Choices(t => IsGone(t.ProfessionalId)),
                IsNew = typed is null,
                FamilyViews = assessment.Family.Views,
                Reasons = assessment.Reasons,
                Form = typed ?? WithNote(requests.Find(r => r.Stage.IsWithNobody() && r.CoveringNote is not null)?.CoveringNote),
            };
        }

        private static RequestAdviceForm WithNote(string? note) => new() { CoveringNote = note, CoveringNoteWas = note };

        // services of the same kind stand together, whichever provider has them
        private static IEnumerable<Candidate> InOrder(IEnumerable<Candidate> candidates) =>
            candidates.OrderBy(c => c.Kind, StringComparer.OrdinalIgnoreCase).ThenBy(c => c.Cover).ThenBy(c => c.Place, StringComparer.OrdinalIgnoreCase).ThenBy(c => c.Token, StringComparer.Ordinal);

        private List<NamedRow> Named(List<InvolvedProfessional> involved, HashSet<AskTarget> shown)
        {
            var rows = new List<NamedRow>();
            var choices = 0;
            foreach (var p in involved)
            {
                var words = string.Join(", ", new[] { p.Name, p.ServiceName, p.ProviderName }.Where(t => !string.IsNullOrWhiteSpace(t)));
                var match = InvolvedMatch.Of(p, directory);
                if (words.Length == 0) { words = p.ProfessionalId is { } id && directory.Professional(id) is { } known ? known.FullName : match.Target is { } t ? directory.NameOf(t) : "Not named"; }
                string?[] detail = [p.AnsweredOn is { } answered ? $"Answered on {UkText.LongDate(answered)}, before the case was recorded here" : null, Before(p), p.IsCurrent ? null : "No longer involved", p.LastSeen is { } seen ? $"Last seen {seen}" : null, p.Contact];
                // a target that the authority named twice is shown once
                if (match.Target is { } target && !shown.Add(target))
                {
                    if (rows.FindIndex(r => r.Candidate?.Token == target.Token) is >= 0 and var at)
                    {
                        rows[at].NotAsked.Ids.Add(p.Id);
                        if (p.FamilyAsked) { rows[at] = rows[at] with { NotAsked = rows[at].NotAsked with { FamilyAsked = true } }; }
                    }
                    continue;
                }
                var notAsked = new NotAskedRow(rows.Count, [p.Id], p.FamilyAsked, typed is null ? p.NotAskedReason : typed.NotAsked.Find(n => n.Ids.Contains(p.Id))?.Reason, words)
                {
                    Was = typed is null ? p.NotAskedReason : typed.NotAsked.Find(n => n.Ids.Contains(p.Id))?.Was,
                    Token = match.Target?.Token,
                    Choice = match.Target is null ? choices : null,
                };
                rows.Add(new NamedRow(words, string.Join(". ", detail.Where(d => !string.IsNullOrWhiteSpace(d))) is { Length: > 0 } d ? d : null, match.How,
                    match.Target is null ? null : Of(match.Target, ticked: p is { IsCurrent: true, AnsweredOn: null, NotAskedReason: null }, p.FamilyAsked), match.Target is null ? choices++ : -1, notAsked));
            }
            return rows;
        }

        private string? Before(InvolvedProfessional named) => ClosedAsking.Words(ClosedBefore.Where(r => r.AskedService == named.ServiceId).Select(ClosedAsking.Of).OfType<ClosedAsking>(), named.Name is not null || named.ProfessionalId is not null, named.ProfessionalId);

        /// <summary>Targets asked before or chosen from the directory, whether or not the authority named them or the portal suggests them.</summary>
        private IEnumerable<AskTarget> OtherTargets()
        {
            foreach (var request in requests)
            {
                // the key keeps the target that was asked first; the present holder may be a colleague
                if (AskedOf(request) is { } target) { yield return target; }
            }
            foreach (var request in Kind == AdviceKind.Statutory ? Withdrawn : [])
            {
                if (AskedOf(request) is { } target && directory.CanBeAsked(target) && !IsGone(target.ProfessionalId)) { yield return target; }
            }
            foreach (var token in typed is null ? [] : typed.Ask.Append(typed.Another))
            {
                if (directory.Parse(token) is { } target) { yield return target; }
            }
            // who is chosen instead of somebody named stays in that choice; whom the family may mean needs a tick of its own beside it
            foreach (var target in Instead.Where(t => wishes.MayMean(t, directory, _today))) { yield return target; }
        }

        private IEnumerable<AskTarget> Instead => typed is null ? [] : typed.Chosen.Select(directory.Parse).OfType<AskTarget>();

        private Candidate Of(AskTarget target, bool ticked, bool familyAsked = false)
        {
            var service = directory.Service(target.ServiceId)!;
            var person = directory.Professional(target.ProfessionalId);
            var work = workload.Where(w => w.ServiceId == service.Id && (person is null || w.ProfessionalId == person.Id)).ToList();
            var asked = requests.Find(r => r.DuplicateKey == AdviceRequest.KeyFor(Kind, target.ServiceId, target.ProfessionalId));
            var early = Kind == AdviceKind.Statutory ? requests.Find(r => !r.Stage.IsWithNobody() && r.DuplicateKey == AdviceRequest.KeyFor(AdviceKind.EarlyInformation, target.ServiceId, target.ProfessionalId)) : null;
            var back = Kind == AdviceKind.Statutory ? EarlyGivenBack.FindLast(r => r.AskedService == target.ServiceId) : null;
            var withdrawn = Kind == AdviceKind.Statutory && asked is null ? Withdrawn.FindLast(r => r.ServiceId == target.ServiceId && r.FirstAskedProfessionalId == target.ProfessionalId) : null;
            var along = CameAlong.TryGetValue(target.ServiceId, out var gave) ? new CameAlong(gave, CarriedWords.AskAgain(BringsPlan)) : null;
            var home = service.Covers(assessment.Child.Postcode);
            var atSchool = school is null ? home : service.Covers(school);
            var age = UkText.Age(assessment.Child.DateOfBirth, _today);
            var objected = wishes.MayMean(target, directory, _today);
            return new Candidate
            {
                Token = target.Token,
                Name = person?.FullName ?? service.Name,
                Title = person?.JobTitle ?? "Whole service",
                Service = directory.ServiceName(service.Id),
                Place = directory.PlaceOf(service),
                Kind = service.Name,
                Trust = directory.ProviderOf(service).Name,
                Phone = directory.PhoneOf(target),
                Cover = atSchool < home ? atSchool : home,
                CoversSchool = atSchool < home,
                Open = work.Sum(w => w.Open),
                Late = work.Sum(w => w.Late),
                Away = Away(service, person),
                CannotOpen = CannotOpen(person?.Id),
                OtherAges = age < service.AgeFrom || age > service.AgeTo ? $"For ages {service.AgeFrom} to {service.AgeTo}" : null,
                EmailGoesTo = directory.DeliveryFor(target, _today) is { HolderIsAway: true } delivery ? delivery.Words : null,
                MayBeObjectedTo = objected,
                Meant = objected ? wishes.MeantOf(target, directory, _today) : [],
                Asked = asked is null ? null : new AskedBefore(asked.Id, (asked.Stage.IsWithNobody() ? null : asked.SentUtc) is { } sent ? UkClock.DateOf(sent) : null, light.BoxOf(asked), asked.DueOn, asked.Stage == RequestStage.GivenBack),
                EarlyAskedOn = early?.SentUtc is { } earlySent ? UkClock.DateOf(earlySent) : null,
                EarlyGivenBack = back is null ? null : new(UkClock.DateOf(back.GivenBackUtc!.Value), back.GivenBackReason ?? ""),
                CameAlong = along,
                Withdrawn = withdrawn is null ? null : new(UkClock.DateOf(withdrawn.ClosedUtc!.Value), withdrawn.CloseReason ?? ""),
                IsTicked = typed is not null ? IsTyped(target) : asked is { Stage: not RequestStage.GivenBack } || (asked is null && back is null && along is null && withdrawn is null && ticked && !objected && !IsGone(person?.Id) && assessment.Family.Sharing != SharingAgreement.Objects),
                ForFamily = typed is not null ? typed.Family.Contains(target.Token) : familyAsked || asked?.RequestedByFamily == true,
            };
        }

        /// <summary>An absence today or before the due date, because the request would then lie with nobody, or with the cover.</summary>
        private string? Away(HealthService service, Professional? person)
        {
            var cover = service.CoverServiceId is { } id && directory.Service(id) is not null ? directory.ServiceName(id) : null;
            return AwayWords.Before(service.AwayFrom, service.AwayUntil, cover, _today, Due.Due) is { } words ? $"Service {char.ToLowerInvariant(words[0])}{words[1..]}"
                : person is null ? null : AwayWords.Before(person.AwayFrom, person.AwayUntil, directory.Professional(person.CoverProfessionalId)?.FullName, _today, Due.Due);
        }

        private bool IsGone(Guid? professionalId) => CannotOpen(professionalId) is { } why and not Casework.Requests.CannotOpen.NoAccount;

        private CannotOpen? CannotOpen(Guid? professionalId) => professionalId is { } id && gone.TryGetValue(id, out var why) ? why : null;

        private bool IsTyped(AskTarget target) => typed!.Ask.Contains(target.Token) || typed.Chosen.Contains(target.Token) || typed.Another == target.Token;

        private AskTarget? AskedOf(AdviceRequest request)
        {
            return directory.Service(request.ServiceId) is null ? null : new AskTarget(request.ServiceId, request.FirstAskedProfessionalId);
        }
    }
}
