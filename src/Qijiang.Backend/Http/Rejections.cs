using System.Diagnostics.Metrics;

namespace Qijiang.Backend.Http;

/// <summary>Counts what is refused: a rejection leaves no other trace. A meter of this process's own container, so that two surfaces in one process are told apart.</summary>
/// <param name="meters">Makes the meter.</param>
public sealed class Rejections(IMeterFactory meters)
{
    /// <summary>The meter of the surface.</summary>
    public const string MeterName = "Qijiang.Http";

    private readonly Counter<long> _counter = meters.Create(MeterName).CreateCounter<long>("qijiang.rejections", description: "Requests refused, by code");

    /// <summary>Counts one.</summary>
    /// <param name="code">The refusal's code.</param>
    public void Count(string code) => _counter.Add(1, new KeyValuePair<string, object?>("code", code));
}
