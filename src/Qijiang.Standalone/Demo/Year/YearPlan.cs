namespace Qijiang.Standalone.Demo.Year;

/// <summary>
/// A year in the proportions of the Standing Committee's published report for 2025: 3,107 opinions of which 1,929 are
/// resolved, 404 suggestions of which 115 are of the Wansheng area, more than 97 % satisfied. The report's 71 priority
/// suggestions are left out: there is no act yet by which a suggestion becomes one.
/// </summary>
internal sealed class YearPlan
{
    /// <summary>The year of the demo.</summary>
    public const int Year = 2026;

    /// <summary>Opinions of the year.</summary>
    public const int OpinionCount = 3107;

    /// <summary>Opinions that are resolved.</summary>
    public const int ResolvedCount = 1929;

    /// <summary>Suggestions of the year.</summary>
    public const int SuggestionCount = 404;

    /// <summary>Suggestions of deputies of the Wansheng area.</summary>
    public const int WanshengCount = 115;

    private const int InSessionCount = 260;

    public YearPlan()
    {
        Suggestions = [.. MakeSuggestions()];
        Opinions = [.. Resolve([.. MakeOpinions()])];
        Sources = Opinions.Where(o => o.Deputy is not null).Zip(Suggestions.Where(s => s.Course == YearCourse.BetweenSessions)).ToDictionary(pair => pair.Second.Index, pair => pair.First.Index);
    }

    /// <summary>The opinions, in the order in which they come.</summary>
    public IReadOnlyList<YearOpinion> Opinions { get; }

    /// <summary>The suggestions, in the order in which they are made.</summary>
    public IReadOnlyList<YearSuggestion> Suggestions { get; }

    /// <summary>By a suggestion's index, the index of the opinion that it names as its source.</summary>
    public IReadOnlyDictionary<int, int> Sources { get; }

    private static IEnumerable<YearSuggestion> MakeSuggestions()
    {
        var all = Enumerable.Range(1, SampleDistrict.Deputies).ToList();
        var wansheng = all.Where(SampleDistrict.IsOfWansheng).ToList();
        var others = all.Where(n => !SampleDistrict.IsOfWansheng(n)).ToList();
        var agencies = SampleDistrict.Agencies.Where(agency => agency != "wansheng-committee").ToList();
        var ofWansheng = 0;
        for (var i = 0; i < SuggestionCount; i++)
        {
            // Spread evenly: after i of 404 there are i × 115 / 404 of the area.
            var isOfWansheng = (i + 1) * WanshengCount / SuggestionCount > ofWansheng;
            var lead = isOfWansheng ? wansheng[ofWansheng % wansheng.Count] : others[(i - ofWansheng) % others.Count];
            if (isOfWansheng) ofWansheng++;
            var agency = isOfWansheng ? "wansheng-committee" : agencies[i % agencies.Count];
            var replyClass = (i % 20) switch { < 13 => "A", < 17 => "B", < 19 => "C", _ => "D" };
            yield return new(
                i, lead, i < InSessionCount ? YearCourse.InSession : YearCourse.BetweenSessions, agency,
                i % 3 == 0 ? agencies[(i + 1) % agencies.Count] : null,
                replyClass, Late: i % 40 == 11,
                i % 45 == 7 ? "Dissatisfied" : i % 5 == 0 ? "BasicallySatisfied" : "Satisfied",
                replyClass == "B" ? i % 60 != 14 : null);
        }
    }

    private IEnumerable<YearOpinion> MakeOpinions()
    {
        var leads = new Queue<int>(Suggestions.Where(s => s.Course == YearCourse.BetweenSessions).Select(s => s.Lead));
        for (var i = 0; i < OpinionCount; i++)
        {
            var congress = (i % 10) switch { 8 => SampleDistrict.Dongxi, 9 => SampleDistrict.Ganshui, _ => SampleDistrict.District };
            var month = 1 + i * 12 / OpinionCount;
            var kind = KindOf(i);
            var channel = congress == SampleDistrict.District && i % 20 == 1 ? "WeChatMessage" : i % 2 == 0 ? "MiniProgram" : "InPerson";
            int? deputy = congress == SampleDistrict.District && kind == "Suggestion" && channel == "InPerson" && month <= 3 && leads.TryDequeue(out var lead) ? lead : null;
            yield return new(i, congress, month, channel, kind, Closed: false, deputy);
        }
    }

    // Spread evenly over those that can be resolved at once; what a deputy was handed stays open for the suggestion.
    private static IEnumerable<YearOpinion> Resolve(IReadOnlyList<YearOpinion> all)
    {
        var can = all.Count(CanBeResolved);
        var (seen, closed) = (0, 0);
        foreach (var opinion in all)
        {
            var isClosed = CanBeResolved(opinion) && ++seen * ResolvedCount / can > closed;
            if (isClosed) closed++;
            yield return opinion with { Closed = isClosed };
        }
    }

    private static bool CanBeResolved(YearOpinion opinion) => opinion is { Kind: "Suggestion", Deputy: null };

    private static string KindOf(int i) => (i % 25, i % 100) switch
    {
        (_, 55) => "Wrongdoing",
        (0, _) => "Redress",
        (1, _) => "Litigation",
        (2, _) => "OutOfScope",
        _ => "Suggestion",
    };
}
