namespace Qijiang.Standalone.Demo.Story;

/// <summary>A livelihood poll as the demo holds it, and how it is to end.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Seats">How many projects are to be chosen.</param>
/// <param name="Projects">The candidates, with the votes that each is to get.</param>
/// <param name="Voters">Everybody on the roll, in office.</param>
/// <param name="Present">Those who sign in; each of them votes.</param>
public sealed record PollPlan(string Title, int Seats, IReadOnlyList<PollPlan.Project> Projects, IReadOnlyList<string> Voters, IReadOnlyList<string> Present)
{
    /// <summary>A candidate project.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Title">What is to be done.</param>
    /// <param name="Unit">Who is to do it.</param>
    /// <param name="For">The votes for it.</param>
    public sealed record Project(string Id, string Title, string Unit, int For);

    /// <summary>
    /// One ballot for each that is present, so that every project ends with just its votes. The marks for the projects are
    /// laid end to end round the ballots, so that no ballot has more of them than seats; what is left is against, abstention
    /// or blank.
    /// </summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Ballots()
    {
        var ballots = Present.Select(_ => new Dictionary<string, string>(StringComparer.Ordinal)).ToList();
        var from = 0;
        foreach (var project in Projects)
        {
            for (var i = 0; i < ballots.Count; i++)
            {
                var mark = i < project.For ? "for" : (i % 3) switch { 0 => "against", 1 => "abstain", _ => null };
                if (mark is not null) ballots[(from + i) % ballots.Count][project.Id] = mark;
            }

            from = (from + project.For) % ballots.Count;
        }

        return ballots;
    }
}
