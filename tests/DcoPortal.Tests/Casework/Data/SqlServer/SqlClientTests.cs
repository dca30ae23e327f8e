using System.Data;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Data.SqlClient;

namespace DcoPortal.Tests.Casework.Data.SqlServer;

public sealed class SqlClientTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    // compiles every method: one that needs an absent assembly throws here rather than in production
    [Fact]
    public void Every_method_of_SqlClient_finds_its_assemblies()
    {
        var missing = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in typeof(SqlConnection).Assembly.GetTypes().Where(t => !t.ContainsGenericParameters))
        {
            foreach (var method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)).Where(m => !m.IsAbstract && !m.ContainsGenericParameters))
            {
                if (MissingAssemblyOf(method) is { } assembly) { missing.Add($"{assembly} in {type.Name}.{method.Name}"); }
            }
        }

        Assert.Empty(missing);
        Assert.Equal(SqlDbType.Int, new SqlParameter("p", 1).SqlDbType);
    }

    private static string? MissingAssemblyOf(MethodBase method)
    {
        try
        {
            RuntimeHelpers.PrepareMethod(method.MethodHandle);
            return null;
        }
        catch (FileNotFoundException e) { return e.FileName!.Split(',')[0]; }
        catch (Exception) { return null; } // not about an assembly: such as a method of another platform
    }
}
