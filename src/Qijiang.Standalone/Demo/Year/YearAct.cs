using NodaTime;

namespace Qijiang.Standalone.Demo.Year;

/// <summary>Something that is done on a day of the year.</summary>
/// <param name="Day">When.</param>
/// <param name="Count">How many times it counts in the progress.</param>
/// <param name="PlayAsync">Does it.</param>
internal sealed record YearAct(LocalDate Day, int Count, Func<CancellationToken, Task> PlayAsync);
