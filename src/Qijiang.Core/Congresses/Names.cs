using System.Globalization;

namespace Qijiang.Core.Congresses;

/// <summary>A name in both cultures of the product.</summary>
/// <param name="Zh">Chinese, as it stands in documents.</param>
/// <param name="En">English.</param>
public sealed record Names(string Zh, string En)
{
    /// <summary>The name for a reader; any culture but English reads Chinese.</summary>
    /// <param name="culture">The reader's culture.</param>
    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? En : Zh;
}
