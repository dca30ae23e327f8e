using DcoPortal.Casework.Documents.Upload;

namespace DcoPortal.Casework.Documents.Opening;

/// <summary>Why a file is refused, and the way on. Each goes on from the file's name.</summary>
internal static class OpeningWords
{
    public const string Empty = "is empty: there is nothing in it. Save or download it again, then upload the new copy";
    public const string CutOff = "is not complete: its end is missing. Save or download it again, then upload the new copy";
    public const string PagesMissing = "is not complete: some of its pages are missing. Save or download it again, then upload the new copy";
    public const string PictureMissing = "shows nothing: its picture is missing or breaks off. Put the picture in again, or print the document to PDF, then upload that";
    public const string TooFewPixels = "is too small a picture to show anything. Check that it is the right file, then upload it again";
    public const string Damaged = "could not be opened: it is damaged. Open it where it was made and print it to PDF, then upload that";
    public const string NoPages = "has no pages in it. Print it to PDF from the clinical system again, then upload that";
    public const string BlankPages = "has only blank pages. Check that it is the right file, then upload it again";
    public const string Blank = "has no text and no pictures in it. Check that it is the right file, then upload it again";
    public const string Unfilled = "is a form that was not filled in: it has only its headings and the words that stand where something is to be typed. Fill it in, then upload it again";
    public const string HiddenText = "shows nothing: its text is hidden, deleted, white, or outside the page. Make it show where the file was made, then upload it again";
    public const string OnlyLink = "has nothing in it but a link, which the authority cannot open. Upload the document itself that the link leads to";
    public const string OnlyPoints = "only says where a report is, or that one will come. Upload the report itself, also an earlier one that still stands; where there is none yet, promise a date for it on the page of the request";
    public const string Unmerged = "is a mail merge that was not finished: it shows the names of fields, such as «Name», and not what belongs there. Finish the merge, then upload the document that comes of it";
    public const string Password = "needs a password to open. Remove the password, or print it to PDF, then upload it again";
    public const string Certificate = "opens only for the people it was encrypted for. Print it to PDF, then upload that";
    public const string Portfolio = "is a PDF portfolio: most programs show one placeholder page and not the files inside. Print each file to PDF, then upload those";
    public const string AttachedInside = "has another file attached inside it, which most programs do not show. Save that file and upload it, and print this one to PDF without it";
    public const string LinkedPicture = "shows a picture that is only on the computer where it was made: others see an empty frame. Paste the picture in, or print it to PDF there, then upload that";
    public const string LinkedPart = "shows a part of another file that is only on the computer where it was made: others see nothing there. Paste that part in, or print it to PDF there, then upload that";
    public const string AdobeForm = "is an Adobe form (XFA): most programs show one page that asks to wait, and not the form. Open it in Adobe Acrobat, print it to PDF, then upload that";
    public const string Macros = "contains macros. Save it without macros, or print it to PDF, then upload that";
    public const string FetchesParts = "fetches its template, or a part of it, from another computer when it is opened. Print it to PDF, then upload that";
    public const string TooLong = "took too long to open. Print it to PDF, then upload that";
    public const string TooMuch = "unpacks to far more than a document should. Print it to PDF, then upload that";
    public const string TooManyPixels = "is too large a picture to show. Save it smaller, then upload that";
    public const string Busy = "was not opened: many files are being uploaded at the moment. Upload it again in a few minutes";

    public const string IPhonePhoto = "is an iPhone photo (HEIC). Export it as JPG, then upload that";
    public const string Email = "is a saved email. Open it and print it to PDF, save what is attached to it, then upload those";
    public const string Spreadsheet = "is a spreadsheet. Print it to PDF, then upload that";
    public const string Presentation = "is a presentation. Save it as PDF, then upload that";
    public const string Pages = "is a Pages document. Export it as PDF or Word, then upload that";
    public const string ZipFolder = "is a ZIP folder. Take the files out of it, then upload those";
    public const string PlainText = "is a plain text file. Print it to PDF, then upload that";
    public const string WebPage = "is a web page. Print it to PDF, then upload that";
    public const string WebPageByAnotherName = "is a web page by another name. Open it in Word and save it as a Word document (DOCX), or print it to PDF, then upload that";
    public const string WebArchiveByAnotherName = "is a web archive (MHT) by another name. Open it in Word and save it as a Word document (DOCX), or print it to PDF, then upload that";
    public const string WordXmlByAnotherName = "is Word 2003 XML by another name. Open it in Word and save it as a Word document (DOCX), or print it to PDF, then upload that";

    /// <summary>Said of a document that is taken, of which the rest is read.</summary>
    public const string PictureNotShown = "A picture in it cannot be shown";

    /// <summary>Said of a document that is taken, of which a reader sees more than its page: whoever sends it may not know.</summary>
    public const string HasComments = "Comments in it, which everyone who opens it can read";
    public const string HasBlackedOut = "Words under black in it, which everyone who opens it can read";
    public const string HasHidden = "Deleted or hidden words in it, which everyone who opens it can read";

    /// <summary>The few words together; null where there are none.</summary>
    public static string? Notice(params IEnumerable<string?> words) => string.Join(". ", words.Where(w => w is not null)) is { Length: > 0 } all ? all : null;

    /// <summary>A picture that many computers do not open.</summary>
    public static string OtherPicture(string name) => $"is a {name} picture, which many computers do not open. Save it as JPG or PDF, then upload that";

    /// <summary>A file that would be taken under its own name.</summary>
    public static string ReallyIs(UploadType type) => $"is really {type.Name}. Give it a name that ends in {type.Extension}, then upload it again";

    /// <summary>A file that is neither what its name says nor anything else that is known.</summary>
    public static string IsNot(UploadType type) => $"does not look like {type.Name}: its contents do not match its name. Open it where it was made and print it to PDF, then upload that";

    /// <summary>By the ending of the name: kinds that people send, and that are not taken.</summary>
    public static IReadOnlyDictionary<string, string> ByExtension { get; } = new Dictionary<string, string>
    {
        [".heic"] = IPhonePhoto,
        [".heif"] = IPhonePhoto,
        [".tif"] = OtherPicture("TIF"),
        [".tiff"] = OtherPicture("TIF"),
        [".gif"] = OtherPicture("GIF"),
        [".webp"] = OtherPicture("WEBP"),
        [".bmp"] = OtherPicture("BMP"),
        [".msg"] = Email,
        [".eml"] = Email,
        [".xlsx"] = Spreadsheet,
        [".xls"] = Spreadsheet,
        [".xlsm"] = Spreadsheet,
        [".ods"] = Spreadsheet,
        [".csv"] = Spreadsheet,
        [".numbers"] = Spreadsheet,
        [".pptx"] = Presentation,
        [".ppt"] = Presentation,
        [".odp"] = Presentation,
        [".pages"] = Pages,
        [".zip"] = ZipFolder,
        [".txt"] = PlainText,
        [".html"] = WebPage,
        [".htm"] = WebPage,
        [".mht"] = WebPage,
        [".docm"] = Macros,
        [".dotm"] = Macros,
    };
}
