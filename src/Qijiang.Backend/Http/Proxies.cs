using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;

namespace Qijiang.Backend.Http;

/// <summary>The proxies whose word on a sender's address is taken; none unless they are listed.</summary>
public static class Proxies
{
    /// <summary>The setting: addresses, or networks like <c>10.0.0.0/24</c>, separated by commas.</summary>
    public const string Setting = "Proxies";

    /// <summary>Takes the forwarded address from these proxies, and from nobody else.</summary>
    /// <param name="options">What the surface follows.</param>
    /// <param name="listed">The setting's value; null or empty: none.</param>
    /// <exception cref="FormatException">One is no address.</exception>
    public static void Configure(ForwardedHeadersOptions options, string? listed)
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        options.ForwardedHeaders = ForwardedHeaders.None;
        foreach (var proxy in (listed ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(proxy, out var address)) options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(proxy, out var network)) options.KnownIPNetworks.Add(network);
            else throw new FormatException($"the setting {Setting} holds '{proxy}', which is no address");
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
        }
    }
}
