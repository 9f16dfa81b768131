using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Qijiang.Backend.Http;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

namespace Qijiang.Backend.Congresses;

/// <summary>The rules that a congress works under, for whoever keeps them.</summary>
public sealed class RuleRoutes(RuleSets rules) : ISurfacePart
{
    /// <inheritdoc/>
    public void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGroup("/api/{congress}/rules").WithTags("Congresses").MapGet("", ShowAsync).WithName("GetRules").Produces<RulesShown>().ForOffices(Office.SystemAdministrator)
            .WithDescription("Looks at the congress's own file at once. Where it is faulty, what held before stays in force, and `faults` names what is wrong by file, entry and field.");

    private async Task<IResult> ShowAsync(Acting acting, CancellationToken cancel)
    {
        var inForce = await rules.LookAsync(acting.Congress, cancel);
        return Results.Ok(new RulesShown(
            inForce.Rules.Sets,
            OwnRules.FileOf(acting.Congress.Id),
            inForce.Taken is not null,
            inForce.Faults,
            [.. inForce.Rules.Entries.Where(entry => entry.Ref.Set == acting.Congress.Id.Value)
                .Select(entry => new OwnRule(entry.Key, entry.Ref, entry.Level, entry.Until, entry.Source.Law, entry.Source.Article))]));
    }

    /// <summary>The rules in force.</summary>
    /// <param name="Sets">The sets, lowest first.</param>
    /// <param name="File">What the congress's own file is called.</param>
    /// <param name="HasOwn">Whether a layer of its own is in force.</param>
    /// <param name="Faults">Why what the file says is not taken, or what is missing.</param>
    /// <param name="Own">The congress's own rules.</param>
    public sealed record RulesShown(IReadOnlyList<string> Sets, string File, bool HasOwn, IReadOnlyList<DataFinding> Faults, IReadOnlyList<OwnRule> Own);

    /// <summary>A rule of the congress's own.</summary>
    public sealed record OwnRule(string Key, RuleRef Rule, CongressLevel? Level, NodaTime.LocalDate? Until, string Law, string? Article);
}
