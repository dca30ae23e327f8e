using System.Reflection;
using System.Text.RegularExpressions;
using DcoPortal.Casework.Text;
using DcoPortal.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Architecture;

public sealed partial class AddressesTests
{
    [Fact]
    public void Every_address_is_that_of_an_endpoint()
    {
        using var app = new PortalApp();
        var routes = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => Parameter().Replace("/" + e.RoutePattern.RawText!.TrimStart('/'), "*")).ToHashSet(StringComparer.OrdinalIgnoreCase);

        var unknown = typeof(Addresses).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (f.Name, Address: (string)f.GetRawConstantValue()!))
            .Concat(typeof(Addresses).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(m => (m.Name, Address: With(m))))
            .Where(a => !routes.Contains(a.Address)).Select(a => $"{a.Name}: {a.Address}");

        Assert.Empty(unknown);
    }

    [Fact]
    public void No_page_and_no_email_spells_an_address()
    {
        var spelled = from source in Repository.Sources(".cs", ".cshtml")
                      where source.Path.StartsWith("src/DcoPortal.Web/Features/", StringComparison.Ordinal) || source.Path.StartsWith("src/DcoPortal.Web/Parts/", StringComparison.Ordinal) || source.Path.StartsWith("src/DcoPortal.Casework/", StringComparison.Ordinal)
                      where !source.Path.EndsWith("/Addresses.cs", StringComparison.Ordinal) && !source.Path.Contains("/Migrations/", StringComparison.Ordinal) && !source.Path.Contains("/Dev/", StringComparison.Ordinal)
                      from line in source.Text.Split('\n')
                      where Spelled().IsMatch(line) && !Own().IsMatch(line)
                      select $"{source.Path}: {line.Trim()}";

        Assert.Empty(spelled);
    }

    // "*" stands for each parameter: a Guid is given as one that is looked for afterwards
    private static string With(MethodInfo method)
    {
        var any = Guid.Parse("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa");
        var address = (string)method.Invoke(null, [.. method.GetParameters().Select(p => p.ParameterType == typeof(Guid) ? (object)any : "*")])!;
        return address.Replace(any.ToString(), "*", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"""/[a-z][a-z\-]*[/""?#{@]|""/[a-z\-]+/")]
    private static partial Regex Spelled();

    // the page's own address, at its action; and views
    [GeneratedRegex(@"\bHttp(Get|Post)\(|\bRoute\(|\.cshtml""|Path = ""/")]
    private static partial Regex Own();
}
