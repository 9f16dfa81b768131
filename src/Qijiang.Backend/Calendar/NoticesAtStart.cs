using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Qijiang.Backend.Storage;
using Qijiang.Core.Calendar;

namespace Qijiang.Backend.Calendar;

/// <summary>Records at the start what this process brings along that the installation did not know: after an upgrade, or with a new file in the folder.</summary>
public sealed class NoticesAtStart(NoticeUseCases notices, ILogger<NoticesAtStart> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (await notices.EnterOwnAsync(stoppingToken) is Ran<NoticeRegister>.Refused { Refusal: NoticeFaulty faulty })
                log.LogError("The holiday notices of this process don't fit those of the installation, which stay in force: {Findings}", string.Join("; ", faulty.Findings));
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            log.LogError(e, "The holiday notices of this process were not recorded; the next start tries again");
        }
    }
}
