using DcoPortal.Casework.Accounts;
using DcoPortal.Domain.Identifiers;
using Microsoft.AspNetCore.Identity;

namespace DcoPortal.Web.Commands;

/// <summary>`create-admin --email A --name "N" --icb QE1`: makes the first system administrator. The password is read from DCO_ADMIN_PASSWORD or asked for.</summary>
internal static class CreateAdmin
{
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, CancellationToken ct)
    {
        var (email, name, icbCode) = (Value(args, "--email"), Value(args, "--name"), Value(args, "--icb"));
        if (email is null || name is null || icbCode is null)
        {
            return Fail("Usage: create-admin --email ADDRESS --name \"FULL NAME\" --icb ODSCODE (password from DCO_ADMIN_PASSWORD or typed)");
        }
        if (!EmailAddress.CanReceive(email)) { return Fail($"{email} is not an email address that can receive mail."); }
        var db = services.GetRequiredService<PortalDb>();
        var icb = await db.Icbs.SingleOrDefaultAsync(i => i.OdsCode == icbCode, ct);
        if (icb is null) { return Fail($"There is no integrated care board with the code {icbCode}. Run seed-reference first."); }
        var password = Environment.GetEnvironmentVariable("DCO_ADMIN_PASSWORD") ?? AskForPassword();
        var user = new PortalUser
        {
            Id = Guid.CreateVersion7(),
            UserName = email,
            Email = email,
            EmailConfirmed = true,
            DisplayName = name,
            OrganisationName = icb.Name,
            Role = Role.SystemAdministrator,
            IcbId = icb.Id,
            CreatedUtc = services.GetRequiredService<UkClock>().UtcNow,
        };
        services.GetRequiredService<AuditTrail>().Record(new AdministratorCreated(user.Id), Actor.Portal with { IcbId = icb.Id });
        var result = await services.GetRequiredService<UserManager<PortalUser>>().CreateAsync(user, password);
        if (!result.Succeeded) { return Fail(string.Join(" ", result.Errors.Select(e => e.Description))); }
        Console.WriteLine($"{email} can sign in as system administrator of {icb.Name}.");
        return 0;
    }

    private static string? Value(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    private static string AskForPassword()
    {
        Console.Write("Password (at least 12 characters): ");
        return Console.ReadLine() ?? "";
    }

    private static int Fail(string why)
    {
        Console.Error.WriteLine(why);
        return 1;
    }
}
