namespace DcoPortal.Casework.Documents.Opening;

/// <summary>A file cannot be taken. The message goes on from the file's name: what is wrong, and what to do.</summary>
internal sealed class RefusedFileException(string words) : Exception(words);
