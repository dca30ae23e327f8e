namespace DcoPortal.Web.Platform.Security;

/// <summary>What a browser may load and run, by kind of answer (Content-Security-Policy).</summary>
public static class ContentPolicies
{
    private const string Own =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; " +
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; manifest-src 'self'";

    /// <summary>Every answer, unless it says another: the portal's own files and nothing else.</summary>
    public const string Page = Own;

    /// <summary>The page that frames a document of the portal.</summary>
    public const string PageWithFrame = Own + "; frame-src 'self'";

    /// <summary>A picture that someone uploaded: shown on the portal's own pages, and with no right at all when opened alone.</summary>
    public const string ShownPicture = "default-src 'none'; sandbox; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

    /// <summary>
    /// A PDF that someone uploaded. No sandbox: Chrome, Edge and Safari show no PDF in one, with any of its rights. Their viewers
    /// keep a PDF apart from the portal, and draw themselves with inline styles.
    /// </summary>
    public const string ShownPdf = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";
}
