namespace DcoPortal.Domain.Identifiers;

/// <summary>A national code and its full name.</summary>
/// <param name="Code">The code, upper case.</param>
/// <param name="Name">The name for people.</param>
public sealed record CodedName(string Code, string Name);
