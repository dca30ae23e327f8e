using Microsoft.Extensions.Options;

namespace DcoPortal.Casework.Documents.Storage;

/// <summary>Stops start-up with a line that says what to set.</summary>
internal sealed class DocumentOptionsValidator(IHostEnvironment environment) : IValidateOptions<DocumentOptions>
{
    public ValidateOptionsResult Validate(string? name, DocumentOptions options)
    {
        var problems = StoreProblems(options).Concat(ScannerProblems(options)).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> StoreProblems(DocumentOptions options)
    {
        if (Is(options.Store, "Disk"))
        {
            if (string.IsNullOrWhiteSpace(options.Folder))
                yield return "Set Documents:Folder to the folder for documents.";
            else if (IsPublic(options.Folder))
                yield return "Set Documents:Folder to a folder outside wwwroot: everyone can read what is in it.";
        }
        else if (Is(options.Store, "S3"))
        {
            if (string.IsNullOrWhiteSpace(options.S3.Bucket))
                yield return "Set Documents:S3:Bucket to the bucket's name.";
            if (options.S3.ServiceUrl is not null && !Uri.TryCreate(options.S3.ServiceUrl, UriKind.Absolute, out _))
                yield return "Set Documents:S3:ServiceUrl to the store's address, or leave it out for Amazon S3.";
            if (string.IsNullOrEmpty(options.S3.AccessKey) != string.IsNullOrEmpty(options.S3.SecretKey))
                yield return "Set both Documents:S3:AccessKey and Documents:S3:SecretKey, or neither.";
            if (options.S3.TimeoutSeconds < 1)
                yield return "Set Documents:S3:TimeoutSeconds to 1 or more.";
        }
        else
        {
            yield return "Set Documents:Store to Disk or S3.";
        }
    }

    private IEnumerable<string> ScannerProblems(DocumentOptions options)
    {
        if (Is(options.Scanner, "None"))
        {
            if (environment.IsProduction())
                yield return "Set Documents:Scanner to Clamd: in Production every upload must be scanned.";
        }
        else if (Is(options.Scanner, "Clamd"))
        {
            if (string.IsNullOrWhiteSpace(options.Clamd.Host))
                yield return "Set Documents:Clamd:Host to the host that runs clamd.";
            if (options.Clamd.Port is < 1 or > 65535)
                yield return "Set Documents:Clamd:Port to a port number, usually 3310.";
            if (options.Clamd.TimeoutSeconds < 1)
                yield return "Set Documents:Clamd:TimeoutSeconds to 1 or more.";
        }
        else
        {
            yield return "Set Documents:Scanner to Clamd, or in Development to None.";
        }
    }

    private bool IsPublic(string folder)
    {
        var published = Path.GetFullPath("wwwroot", environment.ContentRootPath) + Path.DirectorySeparatorChar;
        var chosen = Path.GetFullPath(folder, environment.ContentRootPath) + Path.DirectorySeparatorChar;
        return chosen.StartsWith(published, StringComparison.OrdinalIgnoreCase);
    }

    private static bool Is(string value, string name) => string.Equals(value, name, StringComparison.OrdinalIgnoreCase);
}
