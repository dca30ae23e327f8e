using System.ComponentModel.DataAnnotations;
using ChaseFact = DcoPortal.Domain.Ladder.Chase;
using DcoPortal.Domain.Ladder;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Advice.Chase;

/// <summary>The requests to chase by email.</summary>
public sealed class ChaseForm
{
    /// <summary>How many can be ticked at once: more than a page holds.</summary>
    public const int MostTicked = 100;

    /// <summary>Requests ticked.</summary>
    public List<Guid> Requests { get; set; } = [];

    /// <summary>A service whose whole group is chased, or null.</summary>
    public Guid? WholeService { get; set; }

    /// <summary>Whether requests chased today are chased again.</summary>
    public bool Again { get; set; }

    /// <summary>A note kept on each of the requests, never sent in the email.</summary>
    [Display(Name = "Note for the service (optional)"), Sentence]
    public string? Note { get; set; }

    /// <summary>When the page was made, in ticks, UTC: "again" means after the chases that the page showed.</summary>
    public long? Seen { get; set; }

    /// <summary>Whether the requests ticked are put before somebody instead of reminded of.</summary>
    public bool Escalate { get; set; }

    /// <summary>The request whose row opens to record a call; the empty id closes the row that is open.</summary>
    public Guid? Call { get; set; }

    /// <summary>The request whose row was open on the page that was sent.</summary>
    public Guid? OpenCall { get; set; }

    /// <summary>The request about which the call in <see cref="Conversation"/> was.</summary>
    public Guid? RecordCall { get; set; }

    /// <summary>The call being recorded.</summary>
    public ChaseOneForm Conversation { get; set; } = NewCall();

    /// <summary>Whether reminders go or requests are escalated, rather than a call being recorded.</summary>
    public bool IsAboutTicked => Call is null && RecordCall is null;

    /// <summary>Whether what was typed about a call would be lost, because something else was pressed than its own two buttons.</summary>
    public bool LosesCall => OpenCall is { } open && RecordCall is null && Call != Guid.Empty && Call != open && Conversation.HasTyped;

    /// <summary>The same ticks and note, with no call.</summary>
    public void ForgetCall() => (Call, OpenCall, RecordCall, Conversation) = (null, null, null, NewCall());

    private static ChaseOneForm NewCall() => new() { Channel = ChaseChannel.Phone };
}

internal sealed class ChaseFormValidator : AbstractValidator<ChaseForm>
{
    public ChaseFormValidator(UkClock clock)
    {
        RuleFor(f => f.Conversation).SetValidator(new ChaseOneFormValidator(clock)).When(f => f.RecordCall is not null);
        RuleFor(f => f.Requests).NotEmpty().When(f => f.WholeService is null && f.IsAboutTicked && !f.LosesCall).WithMessage(f => f.Escalate ? "Tick at least one request to escalate" : "Tick at least one request to chase")
            .Must(r => r.Count <= ChaseForm.MostTicked).WithMessage($"Tick no more than {ChaseForm.MostTicked} requests");
        RuleFor(f => f.Note).AtMost(ChaseFact.NoteLength, "The note");
    }
}

/// <summary>How one request is chased.</summary>
public sealed class ChaseOneForm
{
    /// <summary>The form's own key, by which a second click finds what the first did.</summary>
    public Guid Key { get; set; } = Guid.CreateVersion7();

    /// <summary>Email sends a reminder; the other channels record a talk.</summary>
    public ChaseChannel? Channel { get; set; } = ChaseChannel.Email;

    /// <summary>The person spoken to, in a talk.</summary>
    [Display(Name = "Who did you speak to?"), Sentence]
    public string? SpokeTo { get; set; }

    /// <summary>The note of what was said, in one line.</summary>
    [Display(Name = "Note (optional)"), Sentence]
    public string? Note { get; set; }

    /// <summary>The day for which the service promised its answer, or empty.</summary>
    [Display(Name = "Promised date (optional)")]
    public DateInput PromisedOn { get; set; } = new();

    /// <summary>Why the service says that it is late, or null. What is another reason is said in the note.</summary>
    [Display(Name = "Why is it late? (optional)")]
    public LateReason? WhyLate { get; set; }

    /// <summary>The reasons that a list can offer without words.</summary>
    public static IEnumerable<SelectListItem> Reasons(LateReason? chosen) =>
        AdviceWords.LateReasons.Where(r => r is not (LateReason.AnotherReason or LateReason.CheckedTooLate) || (r == chosen && r == LateReason.CheckedTooLate)).Select(r => new SelectListItem(r.Said(), $"{r}", r == chosen));

    /// <summary>Whether the request is chased again on the same day.</summary>
    public bool Again { get; set; }

    /// <summary>When the page was made, in ticks, UTC: "again" means after the chases that the page showed.</summary>
    public long? Seen { get; set; }

    /// <summary>What the form, which is valid, asks for.</summary>
    public ChaseAction ToAction() => new(Channel!.Value, SpokeTo, Note, PromisedOn.IsEmpty ? null : PromisedOn.Value, Again, Seen, Key, WhyLate is { } why ? new(why) : null);

    /// <summary>Whether the person has typed something that would be lost.</summary>
    public bool HasTyped => !string.IsNullOrWhiteSpace(Note) || !string.IsNullOrWhiteSpace(SpokeTo) || !PromisedOn.IsEmpty;
}

internal sealed class ChaseOneFormValidator : AbstractValidator<ChaseOneForm>
{
    public ChaseOneFormValidator(UkClock clock)
    {
        RuleFor(f => f.Channel).NotNull().WithMessage("Choose how you chase").IsInEnum().WithMessage("Choose how you chase");
        RuleFor(f => f.SpokeTo).NotEmpty().When(f => f.Channel is not null and not ChaseChannel.Email).WithMessage("Say who you spoke to");
        RuleFor(f => f.SpokeTo).Empty().When(f => f.Channel is ChaseChannel.Email).WithMessage("Choose how you spoke to them above, or leave this empty to send a reminder");
        RuleFor(f => f.WhyLate).IsInEnum().NotEqual(LateReason.AnotherReason).WithMessage("Select why it is late");
        RuleFor(f => f.SpokeTo).AtMost(200, "The name");
        RuleFor(f => f.Note).AtMost(ChaseFact.NoteLength, "The note");
        RuleFor(f => f.PromisedOn).ComingDate("The promised date", null, clock);
    }
}

/// <summary>Why a request is closed.</summary>
public sealed class CloseForm : ISetsAside
{
    /// <inheritdoc />
    public string? Begun { get; set; }

    /// <inheritdoc />
    public bool SetAside { get; set; }

    /// <summary>The reasons that are chosen instead of typed.</summary>
    public static IReadOnlyDictionary<string, string> Usual { get; } = new Dictionary<string, string>
    {
        ["elsewhere"] = AdviceRequest.AsksAnother,
        ["mistake"] = "Sent by mistake",
        ["not-needed"] = "The advice is not needed any more",
    };

    /// <summary>Whether the page said that an answer is there.</summary>
    public bool AnswerSeen { get; set; }

    /// <summary>What follows from a reason, where it does.</summary>
    public static string? Hint(string code) => code switch
    {
        "mistake" => "It is withdrawn: who has it no longer sees it",
        "elsewhere" => "It is withdrawn, and you choose the other service next. The due date stays",
        _ => null,
    };

    /// <summary>Whether it should not have been sent: who has it no longer sees it.</summary>
    public bool IsMistake => Why is "mistake" or "elsewhere";

    /// <summary>Whether another service is asked next.</summary>
    public bool AsksAnother => Why == "elsewhere";

    /// <summary>One of <see cref="Usual"/>, or another reason.</summary>
    [Display(Name = "Why is it no longer needed?")]
    public string? Why { get; set; }

    /// <summary>The reason in the person's own words, or more about the usual one.</summary>
    [Display(Name = "Say more (optional unless it is another reason)"), Sentence]
    public string? Reason { get; set; }

    /// <summary>The reason to keep: the usual one, what was typed, or both.</summary>
    public string Words => string.Join(": ", new[] { Usual.GetValueOrDefault(Why ?? ""), Reason?.Trim() }.Where(w => !string.IsNullOrEmpty(w)));
}

internal sealed class CloseFormValidator : AbstractValidator<CloseForm>
{
    public CloseFormValidator()
    {
        RuleFor(f => f.Why).Must((f, _) => f.Words.Length > 0).When(f => f.Why is null).WithMessage("Select why the request is no longer needed");
        RuleFor(f => f.Reason).Must((f, _) => f.Words.Length > 0).When(f => f.Why is not null).WithMessage("Say why the request is no longer needed");
        RuleFor(f => f.Reason).AtMost(900, "The reason");
    }
}
