namespace Qijiang.Core.Ballots;

/// <summary>
/// Marks on paper as bytes and back, and whether they keep the frame's rules. The bytes are a version and one bit for each
/// option of the frame: of one length for every choice, and one form for each choice, so that sorting them says nothing but
/// what was marked.
/// </summary>
public static class BallotPaper
{
    private const byte Version = 1;

    /// <summary>How many bytes every ballot of this frame has.</summary>
    /// <param name="frame">The frame.</param>
    public static int LengthOf(PollFrame frame) => 1 + ((frame.Contests.Sum(contest => contest.OptionIds.Count) + 7) / 8);

    /// <summary>
    /// Whether the marks keep the frame's rules; null where they do. Refused with <c>ballot.unknown-contest</c>,
    /// <c>ballot.unknown-option</c>, <c>ballot.marked-twice</c>, <c>ballot.too-few-marks</c> and <c>ballot.too-many-marks</c> (LIV-16).
    /// </summary>
    /// <param name="frame">The frame.</param>
    /// <param name="choice">The marks.</param>
    public static Refusal? Check(PollFrame frame, BallotChoice choice)
    {
        if (choice.Contests.Select(c => c.Contest).Distinct().Count() < choice.Contests.Count) return new MarkedTwice();
        if (choice.Contests.Any(c => frame.Contests.All(contest => contest.Id != c.Contest))) return new UnknownContest();
        foreach (var contest in frame.Contests)
            if (CheckContest(frame, contest, choice.Contests.FirstOrDefault(c => c.Contest == contest.Id)?.Options ?? []) is { } refusal) return refusal;
        return frame.Limits.Any(limit => limit.ContestIds.Count(contest => choice.Has(contest, limit.OptionId)) > limit.Max)
            ? new TooManyMarks(frame.Rules.OverChoice.Ref)
            : null;
    }

    /// <summary>The marks as bytes.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="choice">Marks that keep the frame's rules, see <see cref="Check"/>.</param>
    public static byte[] Write(PollFrame frame, BallotChoice choice)
    {
        var paper = new byte[LengthOf(frame)];
        paper[0] = Version;
        var bit = 8;
        foreach (var contest in frame.Contests)
            foreach (var option in contest.OptionIds)
            {
                if (choice.Has(contest.Id, option)) paper[bit / 8] |= (byte)(1 << (bit % 8));
                bit++;
            }
        return paper;
    }

    /// <summary>The marks that the bytes say, whether they keep the frame's rules or not; null where they are not a ballot of this frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="paper">The bytes.</param>
    public static BallotChoice? Read(PollFrame frame, ReadOnlySpan<byte> paper)
    {
        if (paper.Length != LengthOf(frame) || paper[0] != Version) return null;
        var choices = new List<ContestChoice>();
        var bit = 8;
        foreach (var contest in frame.Contests)
        {
            var marks = new List<string>();
            foreach (var option in contest.OptionIds)
            {
                if ((paper[bit / 8] & (1 << (bit % 8))) != 0) marks.Add(option);
                bit++;
            }
            choices.Add(new(contest.Id, marks.ToValueList()));
        }
        for (; bit < paper.Length * 8; bit++)
            if ((paper[bit / 8] & (1 << (bit % 8))) != 0) return null;
        return new(choices.ToValueList());
    }

    private static Refusal? CheckContest(PollFrame frame, Contest contest, ValueList<string> marks) => marks switch
    {
        _ when marks.Any(mark => !contest.OptionIds.Contains(mark)) => new UnknownOption(),
        _ when marks.Distinct().Count() < marks.Count => new MarkedTwice(),
        _ when marks.Count < contest.Min => new TooFewMarks(),
        _ when marks.Count > contest.Max => new TooManyMarks(frame.Rules.OverChoice.Ref),
        _ => null,
    };
}
