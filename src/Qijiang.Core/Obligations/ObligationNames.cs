using System.Security.Cryptography;
using System.Text;
using NodaTime.Text;

namespace Qijiang.Core.Obligations;

/// <summary>Names an obligation by what it is about, what is owed, and since when.</summary>
internal static class ObligationNames
{
    public static ObligationId Of(ObligationKind kind, Due due, Matter about)
    {
        var name = string.Join(':', Parts(about).Append(kind.ToString()).Append(Period(due)));
        return new(name.Length <= TextId.MaxLength ? name : Shortened(name));
    }

    private static IEnumerable<string> Parts(Matter about) => about switch
    {
        Matter.OfSuggestion { Id: var id, Agency: var agency, Commitment: var item } => new[] { id.Value, agency?.Value, item?.Value }.OfType<string>(),
        Matter.OfOpinion { Id: var id } => [id.Value],
        Matter.Other { Capability: var capability, Id: var id } => [capability, id],
        _ => [],
    };

    private static string Period(Due due) => due switch
    {
        Due.Within { Period: var p } => $"{LocalDatePattern.Iso.Format(p.Start)}:{p.Limit.Count}{p.Limit.Unit}",
        Due.By by => LocalDatePattern.Iso.Format(by.Day),
        _ => "",
    };

    // Long ids make a name too long for an id: its start stays readable, a digest keeps it unique.
    private static string Shortened(string name) => string.Concat(name.AsSpan(0, 60), ":", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16)));
}
