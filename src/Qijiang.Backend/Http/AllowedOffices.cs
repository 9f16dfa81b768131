using Microsoft.AspNetCore.Builder;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Http;

/// <summary>Who may use an endpoint. Every endpoint carries one; the table test fails for one without.</summary>
/// <param name="Offices">The offices; empty: anyone at all, signed in or not.</param>
public sealed record AllowedOffices(IReadOnlyList<Office> Offices)
{
    /// <summary>Whether nobody has to be signed in.</summary>
    public bool Anyone => Offices.Count == 0;
}

/// <summary>Says at the mapping of an endpoint who may use it.</summary>
public static class AllowedOfficesMapping
{
    /// <summary>Only whoever holds one of these offices today; a citizen is anyone who is signed in.</summary>
    public static TBuilder ForOffices<TBuilder>(this TBuilder endpoint, params Office[] offices) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new AllowedOffices(offices));

    /// <summary>Anyone, signed in or not: signing in itself, a ballot whose right speaks for itself, what is public.</summary>
    public static TBuilder ForAnyone<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new AllowedOffices([]));
}
