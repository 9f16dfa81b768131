using System.Diagnostics.CodeAnalysis;
using NodaTime;
using NodaTime.Text;
using Qijiang.Core.Calendar;

namespace Qijiang.Core.Law;

/// <summary>The value of a rule, in the shape in which the file has it.</summary>
public abstract record RuleValue
{
    private RuleValue() { }

    /// <summary>A period: <c>{ "count": 10, "unit": "WorkingDays" }</c>.</summary>
    /// <param name="Value">The period.</param>
    public sealed record Limit(TimeLimit Value) : RuleValue;

    /// <summary>A part of a whole: <c>{ "atLeast": "2/3" }</c>, <c>{ "moreThan": "1/2" }</c>.</summary>
    /// <param name="Value">The part.</param>
    public sealed record Part(Share Value) : RuleValue;

    /// <summary>A whole number.</summary>
    /// <param name="Value">The number.</param>
    public sealed record Number(int Value) : RuleValue;

    /// <summary>Yes or no.</summary>
    /// <param name="Value">The answer.</param>
    public sealed record Flag(bool Value) : RuleValue;

    /// <summary>A word: the name of a choice, or a day of the year as <c>07-01</c>.</summary>
    /// <param name="Value">The word.</param>
    public sealed record Word(string Value) : RuleValue;

    /// <summary>The name of the shape, as messages use it.</summary>
    public string Shape => this switch
    {
        Limit => "a period",
        Part => "a share",
        Number => "a number",
        Flag => "true or false",
        _ => "a text",
    };

    /// <summary>The value as the type that a rule is asked for in; false where the shape or the word does not fit.</summary>
    /// <typeparam name="T">TimeLimit, Share, int, bool, string, AnnualDate or an enum, whose members are named exactly.</typeparam>
    /// <param name="value">The value.</param>
    public bool TryAs<T>([MaybeNullWhen(false)] out T value)
    {
        var found = this switch
        {
            Limit limit when typeof(T) == typeof(TimeLimit) => limit.Value,
            Part part when typeof(T) == typeof(Share) => part.Value,
            Number number when typeof(T) == typeof(int) => number.Value,
            Flag flag when typeof(T) == typeof(bool) => flag.Value,
            Word word when typeof(T) == typeof(string) => word.Value,
            Word word when typeof(T) == typeof(AnnualDate) => AnnualDatePattern.Iso.Parse(word.Value) is { Success: true } day ? day.Value : null,
            Word word when typeof(T).IsEnum => Named(typeof(T), word.Value),
            _ => (object?)null,
        };
        value = found is T typed ? typed : default;
        return found is T;
    }

    // Enum.Parse alone would take a number for a member.
    private static object? Named(Type choices, string word) =>
        Array.IndexOf(Enum.GetNames(choices), word) >= 0 ? Enum.Parse(choices, word) : null;
}
