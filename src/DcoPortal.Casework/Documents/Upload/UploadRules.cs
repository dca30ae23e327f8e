namespace DcoPortal.Casework.Documents.Upload;

/// <summary>Which files may be uploaded: known types only, each of which is then opened.</summary>
public static class UploadRules
{
    /// <summary>The largest file, in bytes (25 MB).</summary>
    public const int MaxBytes = 25 * 1024 * 1024;

    /// <summary>For the file field's accept attribute and hint.</summary>
    public const string Accept = ".pdf,.docx,.doc,.odt,.rtf,.jpg,.jpeg,.png";

    /// <summary>The types in words.</summary>
    public const string TypesInWords = "PDF, Word (DOCX or DOC), ODT, RTF, JPG or PNG";
}
