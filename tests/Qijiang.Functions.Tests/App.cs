using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Qijiang.Functions.Tests;

/// <summary>The app's container, from the sample settings: built and checked, not started.</summary>
internal static class App
{
    public static ServiceProvider Build(params (string Name, string? Value)[] settings) => Build(Environments.Development, settings);

    public static ServiceProvider Build(string environment, params (string Name, string? Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(Sample());
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, s.Value)));
        builder.Services.AddLogging();
        builder.Services.AddSingleton(new DiagnosticListener("test"));   // the web host's own; the middleware asks for it
        builder.AddQijiangOnAzure();
        return builder.Services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    /// <summary>The sample as the host passes it on: environment variables, whose __ stands for a colon.</summary>
    public static Dictionary<string, string?> Sample() =>
        RepositoryFiles.Json("local.settings.sample.json").GetProperty("Values").EnumerateObject()
            .ToDictionary(p => p.Name.Replace("__", ":", StringComparison.Ordinal), p => p.Value.GetString());
}
