using DcoPortal.Casework.Documents.Upload;

namespace DcoPortal.Web.Platform.Forms;

/// <summary>Turns a form's files into uploads, for code that knows no forms.</summary>
internal static class FormFiles
{
    public static UploadedFile AsUpload(this IFormFile file) => new(file.FileName, file.Length, file.OpenReadStream);
}
