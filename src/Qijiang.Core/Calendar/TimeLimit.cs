namespace Qijiang.Core.Calendar;

/// <summary>A length of time as a law states it: 10 working days, 3 months.</summary>
/// <param name="Count">How many; not negative.</param>
/// <param name="Unit">Of what.</param>
public sealed record TimeLimit(int Count, LimitUnit Unit);
