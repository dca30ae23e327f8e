using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DcoPortal.Casework.Data;

/// <summary>One compiled model per kind of scope, so that a filter is a plain comparison rather than an OR over all kinds.</summary>
internal sealed class ScopedModelCache : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) =>
        (context.GetType(), designTime, ((PortalDb)context).Scope.Kind);
}
