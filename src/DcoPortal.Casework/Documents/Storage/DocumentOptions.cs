namespace DcoPortal.Casework.Documents.Storage;

/// <summary>The configuration section "Documents".</summary>
public sealed class DocumentOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Documents";

    /// <summary>Disk or S3.</summary>
    public string Store { get; set; } = "Disk";

    /// <summary>Where the Disk store keeps files, relative to the content root.</summary>
    public string Folder { get; set; } = "App_Data/documents";

    /// <summary>None (refused in Production) or Clamd.</summary>
    public string Scanner { get; set; } = "None";

    /// <summary>The S3-compatible store.</summary>
    public S3Options S3 { get; } = new();

    /// <summary>The ClamAV service.</summary>
    public ClamdOptions Clamd { get; } = new();
}

/// <summary>The configuration section "Documents:S3".</summary>
public sealed class S3Options
{
    /// <summary>The bucket, which must exist.</summary>
    public string? Bucket { get; set; }

    /// <summary>The store's address; not set means Amazon's own for the region.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>The region, also part of the signature.</summary>
    public string Region { get; set; } = "eu-west-2";

    /// <summary>Not set: the machine's own identity.</summary>
    public string? AccessKey { get; set; }

    /// <summary>A secret: from the environment or a secrets store.</summary>
    public string? SecretKey { get; set; }

    /// <summary>The bucket in the path, not the host name: what most stores other than Amazon's want.</summary>
    public bool ForcePathStyle { get; set; } = true;

    /// <summary>Seconds until a silent store counts as away.</summary>
    public int TimeoutSeconds { get; set; } = 60;
}

/// <summary>The configuration section "Documents:Clamd".</summary>
public sealed class ClamdOptions
{
    /// <summary>The host.</summary>
    public string? Host { get; set; }

    /// <summary>ClamAV's usual port.</summary>
    public int Port { get; set; } = 3310;

    /// <summary>Seconds for one file; longer counts as not scanned.</summary>
    public int TimeoutSeconds { get; set; } = 60;
}
