namespace DcoPortal.Domain.Statutory;

/// <summary>A duty of the same process to which the Regulations give no number of days.</summary>
/// <param name="Duty">The duty in plain words that follow "must".</param>
/// <param name="Holder">Who must do it.</param>
/// <param name="When">When, in words.</param>
/// <param name="Citation">The source.</param>
/// <param name="IsConfirmed">False when the text was not seen.</param>
public sealed record UntimedDuty(string Duty, DutyHolder Holder, string When, string Citation, bool IsConfirmed = true)
{
    /// <summary>All of them, in the order of the process.</summary>
    public static IReadOnlyList<UntimedDuty> All { get; } =
    [
        new("consult the parent or young person", DutyHolder.LocalAuthority, "as soon as practicable after a request", "regulation 3, section 36(4)", false),
        new("tell the family, the integrated care board, its own social care officers and the school or college that it is considering whether to assess", DutyHolder.LocalAuthority, "when it considers whether to assess", "regulation 4(1) and (2)", false),
        new("tell everyone notified under regulation 4(2), so health too, whether it will assess", DutyHolder.LocalAuthority, "after the decision, no limit of its own", "regulation 5(2)"),
        new("seek advice from everyone on the list", DutyHolder.LocalAuthority, "after a decision to assess, no limit of its own", "regulation 6(1)"),
        new("seek no advice again that the adviser, the local authority and the family all find sufficient", DutyHolder.LocalAuthority, "when it seeks advice", "regulation 6(4)"),
        new("seek no more advice where the adviser, the old local authority and the family find the old advice sufficient", DutyHolder.NewLocalAuthority, "after a transfer", "regulation 15(3)(b)"),
        new("send someone to mediation who has authority to settle", DutyHolder.Icb, "at the mediation", "regulation 38", false),
        new("give the Tribunal the information and evidence it asks for", DutyHolder.Icb, "in the time the Tribunal sets", "SI 2017/1306"),
    ];
}
