namespace DcoPortal.Domain.Assessments;

/// <summary>A row with a concurrency token: it changes on every save, so two people cannot overwrite each other.</summary>
public interface IVersioned
{
    /// <summary>The token.</summary>
    Guid Version { get; set; }
}
