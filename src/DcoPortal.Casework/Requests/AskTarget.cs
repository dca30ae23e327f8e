namespace DcoPortal.Casework.Requests;

/// <summary>Whom to ask: a professional of a service, or the service itself.</summary>
public sealed record AskTarget(Guid ServiceId, Guid? ProfessionalId)
{
    /// <summary>The target's value in a form.</summary>
    public string Token => ProfessionalId is { } p ? $"professional:{p:N}" : $"service:{ServiceId:N}";

    /// <summary>A professional, asked through the service they work in.</summary>
    public static AskTarget Of(Professional professional) => new(professional.ServiceId, professional.Id);

    /// <summary>A service, which assigns a professional itself.</summary>
    public static AskTarget Of(HealthService service) => new(service.Id, null);
}
