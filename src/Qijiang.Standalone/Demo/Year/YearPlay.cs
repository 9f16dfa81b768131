using NodaTime;
using Qijiang.Standalone.Demo.Story;

namespace Qijiang.Standalone.Demo.Year;

/// <summary>Plays a year, day by day, several callers at a time.</summary>
internal sealed class YearPlay
{
    private const int AtOnce = 8;
    private readonly World _world;
    private readonly YearLedger _ledger = new();
    private readonly YearPlan _plan;
    private readonly YearOpinions _opinions;
    private readonly YearSuggestions _suggestions;
    private readonly List<(PollPlan Plan, string Congress, PollPlay Play)> _polls = [];
    private readonly List<YearAct> _acts = [];

    /// <summary>Plans everything that will be done.</summary>
    /// <param name="world">Where.</param>
    /// <param name="plan">What the year brings.</param>
    public YearPlay(World world, YearPlan plan)
    {
        (_world, _plan) = (world, plan);
        _opinions = new(world, _ledger);
        _suggestions = new(world, plan, _ledger);
        PlanPolls();
        for (var month = 1; month <= 12; month++) PlanOpinions(month);
        PlanSuggestions(YearCourse.InSession);
        PlanSuggestions(YearCourse.BetweenSessions);
    }

    /// <summary>The day on which the back end has to be started.</summary>
    public static LocalDate Begins { get; } = new(YearPlan.Year, 1, 4);

    /// <summary>How many things there are to do, and to read again at the end.</summary>
    public int Count => _acts.Sum(act => act.Count) + _plan.Suggestions.Count;

    /// <summary>Plays it, and compares what the API says in the end with the driver's ledger.</summary>
    public async Task<IReadOnlyList<YearAudit.Line>> PlayAsync(CancellationToken cancel)
    {
        foreach (var act in _acts.OrderBy(act => act.Day))
        {
            if (act.Day > _world.Today) await _world.MoveToAsync(act.Day, cancel);
            await act.PlayAsync(cancel);
        }

        await _world.MoveToAsync(new(YearPlan.Year, 12, 31), cancel);
        return await new YearAudit(_world, _plan, _ledger, _polls).RunAsync(cancel);
    }

    private void PlanOpinions(int month)
    {
        var all = _plan.Opinions.Where(o => o.Month == month).ToList();
        var pushed = all.Where(o => o.Channel == "WeChatMessage").ToList();
        var day = new LocalDate(YearPlan.Year, month, 7);
        Each(day, all, _opinions.ReceiveAsync);
        _acts.Add(new(day, 0, cancel => _opinions.FindPushedAsync(pushed, cancel)));
        Each(day, all, _opinions.HandleAsync);
        _acts.Add(new(day, 0, _opinions.CatchUpAsync));
    }

    private void PlanSuggestions(YearCourse course)
    {
        var all = _plan.Suggestions.Where(s => s.Course == course).ToList();
        var again = all.Where(s => s.IsDissatisfied).ToList();
        var kept = all.Where(s => s.Delivered is true).ToList();
        Each(course.Submitted, all, _suggestions.SubmitAsync);
        Each(course.Received, all, _suggestions.ReceiveAsync);
        Each(course.Assigned, YearSuggestions.Batches(all), _suggestions.AssignAsync);
        Each(course.ToAgencies, all, _suggestions.AssignToAgenciesAsync);
        Each(course.Contacted, all, _suggestions.ContactAsync);
        Each(course.Replied, [.. all.Where(s => !s.Late)], _suggestions.ReplyAsync);
        Each(course.RepliedLate, [.. all.Where(s => s.Late)], _suggestions.ReplyAsync);
        Each(course.Evaluated, all, (s, cancel) => _suggestions.EvaluateAsync(s, s.Grade, cancel));
        Each(course.Demanded, again, _suggestions.DemandAsync);
        Each(course.Acknowledged, again, _suggestions.AcknowledgeAsync);
        Each(course.RepliedAgain, again, _suggestions.ReplyAsync);
        Each(course.EvaluatedAgain, again, (s, cancel) => _suggestions.EvaluateAsync(s, s.FinalGrade, cancel));
        Each(course.Delivered, kept, _suggestions.DeliverAsync);
        Each(course.DeliveryEvaluated, kept, _suggestions.EvaluateDeliveryAsync);
    }

    private void PlanPolls()
    {
        Poll(new(YearPlan.Year, 1, 14), SampleDistrict.District, "secretariat", YearPolls.OfTheDistrict);
        Poll(new(YearPlan.Year, 2, 4), SampleDistrict.Dongxi, "dongxi-secretariat", YearPolls.Of(SampleDistrict.Dongxi));
        Poll(new(YearPlan.Year, 2, 5), SampleDistrict.Ganshui, "ganshui-secretariat", YearPolls.Of(SampleDistrict.Ganshui));
    }

    private void Poll(LocalDate day, string congress, string secretariat, PollPlan plan)
    {
        var play = new PollPlay(_world, congress, secretariat, plan);
        _polls.Add((plan, congress, play));
        _acts.Add(new(day, 2 * plan.Present.Count, async cancel =>
        {
            await play.OpenAsync(cancel);
            await play.CastAllAsync(cancel);
            await play.CloseAsync(cancel);
            await play.AnnounceAsync("公告〔2026〕1号", cancel);
        }));
    }

    private void Each<T>(LocalDate day, IReadOnlyList<T> all, Func<T, CancellationToken, Task> work) =>
        _acts.Add(new(day, all.Count, cancel => _world.EachAsync("", "", all, work, cancel, AtOnce)));
}
