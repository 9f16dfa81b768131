using System.Globalization;

namespace Qijiang.Backend;

/// <summary>The languages in which texts are kept for whoever reads them later.</summary>
internal static class Languages
{
    /// <summary>The first language of all texts.</summary>
    public static CultureInfo Chinese { get; } = CultureInfo.GetCultureInfo("zh-Hans");

    /// <summary>The second one.</summary>
    public static CultureInfo English { get; } = CultureInfo.GetCultureInfo("en");
}
