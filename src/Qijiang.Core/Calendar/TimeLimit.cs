namespace Qijiang.Core.Calendar;

/// <summary>A length of time as a law states it: <c>new(10, LimitUnit.WorkingDays)</c>, <c>new(3, LimitUnit.Months)</c>.</summary>
/// <param name="Count">How many: 0 to 36,500.</param>
/// <param name="Unit">Of what.</param>
public sealed record TimeLimit(int Count, LimitUnit Unit);
