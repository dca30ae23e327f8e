using DcoPortal.Casework.Emails.Templates;
using Microsoft.Extensions.Options;

namespace DcoPortal.Casework.Emails;

/// <summary>Where the portal is reached: for the links in emails.</summary>
public sealed class PortalAddress
{
    /// <summary>Such as https://dco.example.nhs.uk, without a slash at the end.</summary>
    public string PublicUrl { get; set; } = "https://localhost:5001";
}

/// <summary>Queues emails in the transaction of the event that they announce.</summary>
public sealed class Outbox(PortalDb db, UkClock clock, IOptions<PortalAddress> address, CurrentPerson person)
{
    private readonly List<EmailMessage> _queued = [];

    /// <summary>What was queued for this request of a browser, or this piece of work.</summary>
    public IReadOnlyList<EmailMessage> Queued => _queued;

    /// <summary>Adds the email of an event to the caller's save.</summary>
    /// <param name="what">The event.</param>
    /// <param name="key">Its key, by <see cref="Announcement.KeyOf"/>.</param>
    /// <param name="to">An address of the directory or of an account, never of a family.</param>
    /// <param name="path">The page to open, such as /advice-requests/{id}.</param>
    /// <param name="values">Values of the template's allowed placeholders.</param>
    /// <param name="keys">The case it is about, or null.</param>
    /// <param name="adviceRequestId">The request it is about, or null.</param>
    /// <param name="icbId">The board whose administrators may see that it was sent, when there is no case.</param>
    /// <returns>The email, already part of the caller's save.</returns>
    public EmailMessage Queue(Announcement what, string key, string to, string path, IReadOnlyDictionary<string, string> values,
        CaseKeys? keys, Guid? adviceRequestId = null, Guid? icbId = null)
    {
        var all = new Dictionary<string, string>(values)
        {
            ["link"] = address.Value.PublicUrl.TrimEnd('/') + path,
            ["portal-name"] = "DCO Portal",
            ["sent-by"] = person.Actor.Signature,
        };
        var (subject, body) = EmailTemplates.Render(what.Template, all);
        var email = new EmailMessage
        {
            Id = Guid.CreateVersion7(),
            UniqueKey = key,
            Template = what.Template,
            To = to,
            IsForHolder = what.IsForHolder,
            // a digest, or one email for several, links to this page; other emails may hold secret links, which stand in their text and nowhere else
            Path = EmailTemplates.MayWait(what.Template) || TogetherEmails.MayJoin(what.Template) ? path : "/",
            Subject = subject,
            Body = body,
            IcbId = keys?.IcbId ?? icbId,
            LocalAuthorityId = keys?.LocalAuthorityId,
            AssessmentId = keys?.AssessmentId,
            AdviceRequestId = adviceRequestId,
            QueuedUtc = clock.UtcNow,
            NextAttemptUtc = clock.UtcNow,
            // null for background work and for people who are not signed in: then the DCO service sees a failure
            SenderUserId = person.Actor.UserId,
        };
        db.Emails.Add(email);
        _queued.Add(email);
        return email;
    }
}
