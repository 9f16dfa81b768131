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

    private readonly int _opinions;
    private readonly int _resolved;
    private readonly int _suggestions;
    private readonly int _ofWansheng;
    private readonly int _inSession;

    /// <summary>Plans it.</summary>
    /// <param name="oneIn">Plays one in so many, for a test that can't wait for the whole year.</param>
    public YearPlan(int oneIn = 1)
    {
        (_opinions, _resolved, _suggestions, _ofWansheng, _inSession) = (3107 / oneIn, 1929 / oneIn, 404 / oneIn, 115 / oneIn, 260 / oneIn);
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

    private IEnumerable<YearSuggestion> MakeSuggestions()
    {
        var all = Enumerable.Range(1, SampleDistrict.Deputies).ToList();
        var wansheng = all.Where(SampleDistrict.IsOfWansheng).ToList();
        var others = all.Where(n => !SampleDistrict.IsOfWansheng(n)).ToList();
        var agencies = SampleDistrict.Agencies.Where(agency => agency != "wansheng-committee").ToList();
        var ofWansheng = 0;
        for (var i = 0; i < _suggestions; i++)
        {
            // Spread evenly: after i of 404 there are i × 115 / 404 of the area.
            var isOfWansheng = (i + 1) * _ofWansheng / _suggestions > ofWansheng;
            var lead = isOfWansheng ? wansheng[ofWansheng % wansheng.Count] : others[(i - ofWansheng) % others.Count];
            if (isOfWansheng) ofWansheng++;
            var agency = isOfWansheng ? "wansheng-committee" : agencies[i % agencies.Count];
            var replyClass = (i % 20) switch { < 13 => "A", < 17 => "B", < 19 => "C", _ => "D" };
            yield return new(
                i, lead, i < _inSession ? YearCourse.InSession : YearCourse.BetweenSessions, agency,
                i % 3 == 0 ? agencies[(i + 1) % agencies.Count] : null,
                replyClass, Late: i % 40 == 11,
                i % 45 == 7 ? "Dissatisfied" : i % 5 == 0 ? "BasicallySatisfied" : "Satisfied",
                replyClass == "B" ? i % 60 != 14 : null);
        }
    }

    private IEnumerable<YearOpinion> MakeOpinions()
    {
        var leads = new Queue<int>(Suggestions.Where(s => s.Course == YearCourse.BetweenSessions).Select(s => s.Lead));
        for (var i = 0; i < _opinions; i++)
        {
            var congress = (i % 10) switch { 8 => SampleDistrict.Dongxi, 9 => SampleDistrict.Ganshui, _ => SampleDistrict.District };
            var month = 1 + i * 12 / _opinions;
            var kind = KindOf(i);
            var channel = congress == SampleDistrict.District && i % 20 == 1 ? "WeChatMessage" : i % 2 == 0 ? "MiniProgram" : "InPerson";
            int? deputy = congress == SampleDistrict.District && kind == "Suggestion" && channel == "InPerson" && month <= 3 && leads.TryDequeue(out var lead) ? lead : null;
            yield return new(i, congress, month, channel, kind, Closed: false, deputy);
        }
    }

    // Spread evenly over those that can be resolved at once; what a deputy was handed stays open for the suggestion.
    private IEnumerable<YearOpinion> Resolve(IReadOnlyList<YearOpinion> all)
    {
        var can = all.Count(CanBeResolved);
        var (seen, closed) = (0, 0);
        foreach (var opinion in all)
        {
            var isClosed = CanBeResolved(opinion) && ++seen * _resolved / can > closed;
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
