namespace DcoPortal.Casework.Documents.Opening;

/// <summary>What was learnt of a document that opens.</summary>
/// <param name="IsScan">Whether it has pictures and no text.</param>
/// <param name="Text">Its text, as far as it was read, with that of its headers; never kept.</param>
/// <param name="Notice">What of it shows nothing, or can be read though the page does not show it, in a few words.</param>
internal readonly record struct Opened(bool IsScan, string Text = "", string? Notice = null);
