using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Questions;

namespace DcoPortal.Casework.Questions;

/// <summary>Who hears of a question on an assessment: the other side. The email holds the reference and the link, never the words.</summary>
public sealed class QuestionEmails(PortalDb db, Outbox outbox, CurrentPerson person)
{
    private const string OtherSide = "The other side: the DCO service's inbox when the authority writes, the authority's inbox when the DCO service does";

    private static readonly Announcement WasAsked = new("question-asked", "question-asked", OtherSide,
        "Somebody asks a question on an assessment");

    private static readonly Announcement WasAnswered = new("question-answered", "question-answered", OtherSide,
        "Somebody replies to a question");

    /// <summary>Every email about a question.</summary>
    public static IReadOnlyList<Announcement> All { get; } = [WasAsked, WasAnswered];

    /// <summary>The signed-in person asked a question.</summary>
    public Task AskedAsync(Guid questionId, CaseKeys keys, CancellationToken ct) => TellAsync(WasAsked, questionId, questionId, keys, ct);

    /// <summary>The signed-in person replied with a message.</summary>
    public Task AnsweredAsync(Guid questionId, Guid messageId, CaseKeys keys, CancellationToken ct) => TellAsync(WasAnswered, messageId, questionId, keys, ct);

    private async Task TellAsync(Announcement what, Guid subject, Guid questionId, CaseKeys keys, CancellationToken ct)
    {
        var parties = await CaseParties.LoadAsync(db, keys.LocalAuthorityId, keys.IcbId, ct);
        var to = QuestionSides.Of(person) == CaseSide.LocalAuthority ? parties.Dco.Inbox : parties.AuthorityInbox;
        outbox.Queue(what, what.KeyOf(subject), to, Addresses.Question(questionId),
            new Dictionary<string, string> { ["reference"] = keys.Reference, ["organisation-name"] = person.Actor.Organisation }, keys);
    }
}
