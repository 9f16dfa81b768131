using System.Security.Cryptography;
using System.Text.Json;
using Qijiang.Benchmarks.Measuring;

namespace Qijiang.Benchmarks.Http;

/// <summary>Opinions of known citizens, one citizen a caller, over HTTP.</summary>
/// <param name="host">The host; it outlives the rounds.</param>
/// <param name="citizens">Who sends them.</param>
internal sealed class OpinionOverHttp(RunningHost host, IReadOnlyList<Person> citizens) : Subject
{
    /// <summary>Where opinions go.</summary>
    public const string Address = "/api/qijiang/opinions";

    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);
    private readonly string round = RandomNumberGenerator.GetHexString(8, lowercase: true);

    /// <summary>An opinion of 200 characters.</summary>
    public static byte[] Body { get; } = JsonSerializer.SerializeToUtf8Bytes(new
    {
        words = string.Concat(Enumerable.Repeat("菜市场门口的路灯一个月不亮了，晚上很不安全", 10)),
        title = "路灯不亮",
        place = "古南街道菜市场",
    });

    /// <inheritdoc/>
    public override Task DoAsync(int caller, int n) => citizens[caller].PostAsync(Address, Body, $"{round}-{caller}-{n}");

    /// <inheritdoc/>
    public override async Task SettleAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        while (host.Pumps && host.Calls.Data.Waiting > 0)
        {
            if (TimeProvider.System.GetElapsedTime(began) > _patience)
                throw new TimeoutException($"{host.Calls.Data.Waiting} messages still wait; the rounds that follow would not be alike.");
            await Task.Delay(50);
        }
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
