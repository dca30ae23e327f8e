using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace DcoPortal.Casework.Schools;

/// <summary>Reads the file of all establishments that Get Information about Schools gives out ("edubasealldata"), one row at a time: it has some 50,000.</summary>
public static class SchoolRegister
{
    private const string Urn = "URN";
    private const string Name = "EstablishmentName";
    private const string Status = "EstablishmentStatus (name)";

    private static readonly string[] Needed = [Urn, Name, Status];

    /// <summary>The schools of a file.</summary>
    /// <param name="content">Seekable: CSV in UTF-8 or, as the register writes it, Windows-1252.</param>
    /// <exception cref="StartUpException">The file is not the register's: a column is missing.</exception>
    public static IEnumerable<School> Read(Stream content)
    {
        using var csv = new CsvReader(new StreamReader(content, EncodingOf(content), detectEncodingFromByteOrderMarks: true, leaveOpen: true),
            new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, MissingFieldFound = null });
        if (!csv.Read() || !csv.ReadHeader()) { throw new StartUpException("The file of schools is empty."); }
        if (Needed.FirstOrDefault(n => !csv.HeaderRecord!.Contains(n)) is { } missing)
        {
            throw new StartUpException($"The file of schools has no column {missing}. Download all establishment fields as CSV from Get Information about Schools.");
        }
        while (csv.Read())
        {
            var urn = Text(csv, Urn, 20);
            if (urn.Length != 6 || !urn.All(char.IsAsciiDigit) || Text(csv, Name, School.NameLength) is not { Length: > 0 } name) { continue; }
            yield return new School
            {
                Urn = urn,
                Name = name,
                Type = Text(csv, "TypeOfEstablishment (name)", 100),
                // the register writes out that a phase does not apply
                Phase = Text(csv, "PhaseOfEducation (name)", 50) is var phase && phase == "Not applicable" ? "" : phase,
                LocalAuthorityCode = Text(csv, "LA (code)", 3),
                Street = Text(csv, "Street", 150),
                Locality = Text(csv, "Locality", 100),
                Town = Text(csv, "Town", 100),
                Postcode = Text(csv, "Postcode", 10),
                Telephone = Text(csv, "TelephoneNum", 30),
                // "Open" and "Open, but proposed to close"
                IsOpen = Text(csv, Status, 50).StartsWith("Open", StringComparison.OrdinalIgnoreCase),
            };
        }
    }

    private static string Text(CsvReader csv, string column, int most)
    {
        var text = (csv.GetField(column) ?? "").Trim();
        return text.Length <= most ? text : text[..most];
    }

    private static Encoding EncodingOf(Stream content)
    {
        try
        {
            using var reader = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, leaveOpen: true);
            var buffer = new char[16 * 1024];
            while (reader.Read(buffer, 0, buffer.Length) > 0) { }
            return Encoding.UTF8;
        }
        catch (DecoderFallbackException) { return CodePagesEncodingProvider.Instance.GetEncoding(1252)!; }
        finally { content.Position = 0; }
    }
}
