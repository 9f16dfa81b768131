using System.Globalization;

namespace Qijiang.Core.Law;

/// <summary>A short text in both languages.</summary>
/// <param name="Chinese">In Chinese, the language that counts.</param>
/// <param name="English">In English, for whoever reads no Chinese.</param>
public sealed record Bilingual(string Chinese, string English)
{
    /// <summary>The text for a reader: English where the culture is English, Chinese for everyone else.</summary>
    /// <param name="culture">The reader's culture.</param>
    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? English : Chinese;
}
