using System.Globalization;
using Qijiang.Core.Law;

namespace Qijiang.Core.Ballots;

/// <summary>The hash over a frame. Its form is for ever: a change makes another label.</summary>
public static class PollFrameHash
{
    /// <summary>The hash over everything in the frame but its <see cref="PollFrame.Hash"/>.</summary>
    /// <param name="frame">The frame.</param>
    public static string Of(PollFrame frame)
    {
        using var hash = new CanonicalHash("qijiang.poll-frame.v1");
        hash.Add(frame.Congress.Value);
        hash.Add(frame.Poll.Value);
        hash.Add(frame.Scheme);
        hash.AddEach(frame.Candidates, hash.Add);
        hash.AddEach(frame.Contests, contest =>
        {
            hash.Add(contest.Id);
            hash.AddEach(contest.OptionIds, hash.Add);
            hash.Add(contest.Min);
            hash.Add(contest.Max);
        });
        hash.AddEach(frame.Limits, limit =>
        {
            hash.AddEach(limit.ContestIds, hash.Add);
            hash.Add(limit.OptionId);
            hash.Add(limit.Max);
        });
        hash.Add(frame.AllDeputies);
        hash.Add(frame.RollHash);
        hash.Add(frame.SchemeData);
        AddRules(hash, frame.Rules);
        return hash.Finish();
    }

    private static void AddRules(CanonicalHash hash, PollRules rules)
    {
        AddRule(hash, rules.Style);
        AddRule(hash, rules.Seats);
        AddRule(hash, rules.ForMarksCapped);
        AddRule(hash, rules.OverChoice);
        AddRule(hash, rules.Quorum);
        AddRule(hash, rules.Threshold);
        AddRule(hash, rules.Majority);
        AddRule(hash, rules.Base);
        AddRule(hash, rules.OverCollected);
        AddRule(hash, rules.Surplus);
        AddRule(hash, rules.Ties);
        AddRule(hash, rules.Shortfall);
        AddRule(hash, rules.Venue);
    }

    private static void AddRule<T>(CanonicalHash hash, Rule<T> rule)
    {
        hash.Add(rule.Ref.Id);
        hash.Add(rule.Ref.Set);
        hash.Add(rule.Ref.From.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
        hash.Add(rule.Source.Law);
        hash.Add(rule.Source.Article ?? "");
        hash.Add(rule.Value is Share share
            ? string.Create(CultureInfo.InvariantCulture, $"{share.Numerator}/{share.Denominator}{(share.Inclusive ? " or more" : " exceeded")}")
            : Convert.ToString(rule.Value, CultureInfo.InvariantCulture)!);
    }
}
