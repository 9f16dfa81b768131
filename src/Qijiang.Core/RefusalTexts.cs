using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace Qijiang.Core;

/// <summary>
/// The text of a refusal for people, Chinese first, English as the second culture. A capability's texts stand in
/// <c>Refusals.resx</c> and <c>Refusals.en.resx</c> of the folder (namespace) of the refusal's type, under its code.
/// </summary>
public static class RefusalTexts
{
    private static readonly ConcurrentDictionary<(string Namespace, System.Reflection.Assembly Assembly), ResourceManager> _texts = new();

    /// <summary>The text in this culture; the code itself where no text is there (a test sees to it that there is one).</summary>
    /// <param name="refusal">The refusal.</param>
    /// <param name="culture">The reader's culture; any but English reads Chinese.</param>
    public static string Of(Refusal refusal, CultureInfo culture)
    {
        var type = refusal.GetType();
        var texts = _texts.GetOrAdd((type.Namespace!, type.Assembly), key => new ResourceManager(key.Namespace + ".Refusals", key.Assembly));
        return texts.GetString(refusal.Code, culture) ?? refusal.Code;
    }
}
