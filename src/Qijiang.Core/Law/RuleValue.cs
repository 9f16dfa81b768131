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
        var found = As(typeof(T));
        value = found is T typed ? typed : default;
        return found is T;
    }

    /// <summary>Why the value can't be had as this type; null where it can.</summary>
    internal string? Unfit(Type type) => As(type) is not null ? null
        : this is Word word ? $"'{word.Value}' is no {type.Name}{(type.IsEnum ? $": {string.Join(", ", Enum.GetNames(type))}" : "")}"
        : $"is {Shape}, but is asked for as {type.Name}";

    private object? As(Type type) => this switch
    {
        Limit limit when type == typeof(TimeLimit) => limit.Value,
        Part part when type == typeof(Share) => part.Value,
        Number number when type == typeof(int) => number.Value,
        Flag flag when type == typeof(bool) => flag.Value,
        Word word when type == typeof(string) => word.Value,
        Word word when type == typeof(AnnualDate) => AnnualDatePattern.Iso.Parse(word.Value) is { Success: true } day ? day.Value : null,
        Word word when type.IsEnum => Named(type, word.Value),
        _ => null,
    };

    // Enum.Parse alone would take a number for a member.
    private static object? Named(Type choices, string word) =>
        Array.IndexOf(Enum.GetNames(choices), word) >= 0 ? Enum.Parse(choices, word) : null;
}
