using System.Text;
using NodaTime;
using NodaTime.Text;
using Qijiang.Backend.ReadModels;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Obligations;

/// <summary>Remembers on which day something was told first: a message that comes again on a later day tells it on that day, and not twice.</summary>
public sealed class FirstDays(Lists lists)
{
    /// <summary>The day on which it was told first: this one, unless there is an earlier one.</summary>
    /// <param name="congress">The congress.</param>
    /// <param name="where">Where it is told.</param>
    /// <param name="what">What is told.</param>
    /// <param name="today">Today.</param>
    /// <param name="cancel">Stops; it may be remembered none the less.</param>
    public async Task<LocalDate> OfAsync(CongressId congress, string where, string what, LocalDate today, CancellationToken cancel)
    {
        var first = await lists.FirstAsync(congress, $"reminders|first-day|{where}", what, Encoding.ASCII.GetBytes(LocalDatePattern.Iso.Format(today)), cancel);
        return LocalDatePattern.Iso.Parse(Encoding.ASCII.GetString(first.Span)).Value;
    }
}
