namespace DcoPortal.Web.Platform.SignIn.Interrupted;

/// <summary>A form that arrived after the session had ended.</summary>
/// <param name="Address">The path and query it was sent to.</param>
/// <param name="Fields">Its fields in order; passwords and files left out.</param>
/// <param name="HadFiles">Whether files came with it, which are not kept.</param>
/// <param name="KeptUtc">When it was kept.</param>
public sealed record InterruptedForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields, bool HadFiles, DateTime KeptUtc);
