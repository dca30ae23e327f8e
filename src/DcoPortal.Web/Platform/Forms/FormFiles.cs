using DcoPortal.Casework.Documents.Upload;

namespace DcoPortal.Web.Platform.Forms;

/// <summary>Files of a form, for those who know no form.</summary>
internal static class FormFiles
{
    public static UploadedFile AsUpload(this IFormFile file) => new(file.FileName, file.Length, file.OpenReadStream);
}
