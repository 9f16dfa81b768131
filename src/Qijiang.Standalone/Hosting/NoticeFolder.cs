using Qijiang.Backend.Calendar;
using Qijiang.Core.Calendar;

namespace Qijiang.Standalone.Hosting;

/// <summary>Holiday notices from the folder that the settings name. What is wrong in one stops the start.</summary>
internal static class NoticeFolder
{
    public static IServiceCollection AddNotices(this IServiceCollection services, IConfiguration configuration)
    {
        try
        {
            return services.AddSingleton(OwnNotices.Read(configuration[OwnNotices.Setting]));
        }
        catch (HolidayNoticeException e)
        {
            throw new SettingException($"{OwnNotices.Setting} holds notices that can't be used:\n{e.Message}", e);
        }
        catch (IOException e)
        {
            throw new SettingException($"{OwnNotices.Setting} has to be a folder that can be read: {e.Message}", e);
        }
    }
}
