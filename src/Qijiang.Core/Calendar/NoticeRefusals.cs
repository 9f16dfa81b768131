using Qijiang.Core.Law;

namespace Qijiang.Core.Calendar;

/// <summary>A holiday notice can't be used: something in it is wrong, or it does not fit those that are there. Nothing was changed.</summary>
public sealed record NoticeFaulty : Refusal
{
    /// <summary>Names what is wrong.</summary>
    /// <param name="findings">All that is wrong; the first one's field is the refusal's.</param>
    public NoticeFaulty(ValueList<DataFinding> findings) : base("notice.faulty")
    {
        Findings = findings;
        Field = findings.Select(finding => finding.Path).FirstOrDefault();
    }

    /// <summary>All that is wrong.</summary>
    public ValueList<DataFinding> Findings { get; }
}

/// <summary>No notice of this id is there.</summary>
public sealed record NoticeUnknown() : Refusal("notice.unknown");
