namespace DcoPortal.Web.Platform.SignIn.Interrupted;

/// <summary>A form that arrived after its sender's session had ended.</summary>
/// <param name="Address">The path and query that the form was sent to.</param>
/// <param name="Fields">The form's fields in order; passwords and files left out.</param>
/// <param name="HadFiles">Whether files came with the form; they are not kept.</param>
/// <param name="KeptUtc">When the form was kept, UTC.</param>
public sealed record InterruptedForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, bool HadFiles, DateTime KeptUtc)
{
    /// <summary>Which of the person's kept forms it is.</summary>
    public Guid Id { get; init; }
}
