using System.Collections.Immutable;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Core.Obligations;

/// <summary>Whether everyone whom a congress's own policy names is there in its register: nobody is told only because nobody noticed.</summary>
/// <param name="policy">The policy.</param>
/// <param name="file">How the findings name its file.</param>
/// <param name="congress">The congress, with its bodies.</param>
internal sealed class PolicyFit(ReminderPolicy policy, string file, Congress.Established congress)
{
    /// <summary>Whom the register lacks, by tier or step and by name.</summary>
    public ImmutableArray<DataFinding> Findings() => [.. policy.Bodies.SelectMany(OfBody), .. policy.Naming.SelectMany(OfNamed)];

    private IEnumerable<DataFinding> OfBody(StandingFor named)
    {
        if (congress.Find(named.Body) is not { } body) yield return Finding("bodies", named.Who.ToString(), $"'{named.Body}' is no body of this congress");
        else if (!named.Who.Kinds.Contains(body.Kind)) yield return Finding("bodies", named.Who.ToString(), $"'{named.Body}' is of kind {body.Kind}, not {string.Join(" or ", named.Who.Kinds)}");
        foreach (var agency in named.Follows.Where(agency => congress.Find(agency) is null)) yield return Finding("bodies", named.Who.ToString(), $"'{agency}' is no body of this congress");
    }

    private IEnumerable<DataFinding> OfNamed(ReminderPolicy.Named named)
    {
        if (named.Who.Kinds.IsEmpty || policy.Bodies.Any(body => body.Who == named.Who)) yield break;
        var found = congress.Bodies.Where(body => named.Who.Kinds.Contains(body.Kind)).Select(body => body.Id).ToList();
        if (found is []) yield return Finding(named.Entry, named.Field, $"'{named.Who}': this congress has no body of kind {string.Join(" or ", named.Who.Kinds)}");
        else if (named.Who.IsOneOfSeveral && found.Count > 1) yield return Finding(named.Entry, named.Field, $"'{named.Who}': this congress has several ({string.Join(", ", found)}); 'bodies' has to say which");
    }

    private DataFinding Finding(string? entry, string field, string problem) => new(file, entry, field, problem);
}
