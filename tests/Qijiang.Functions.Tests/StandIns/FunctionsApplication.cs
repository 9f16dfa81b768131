using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Stands in for the worker's own: a builder of an ordinary host.</summary>
public static class FunctionsApplication
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(Host.CreateApplicationBuilder(args));
}

/// <summary>Stands in for the worker's own.</summary>
public sealed class FunctionsApplicationBuilder(HostApplicationBuilder host) : IHostApplicationBuilder
{
    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)host).Properties;

    public IConfigurationManager Configuration => host.Configuration;

    public IHostEnvironment Environment => host.Environment;

    public ILoggingBuilder Logging => host.Logging;

    public IMetricsBuilder Metrics => host.Metrics;

    public IServiceCollection Services => host.Services;

    public void ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => host.ConfigureContainer(factory, configure);

    public FunctionsApplicationBuilder ConfigureFunctionsWebApplication() => this;

    public IHost Build() => host.Build();
}
