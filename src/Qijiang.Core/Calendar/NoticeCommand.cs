namespace Qijiang.Core.Calendar;

/// <summary>What can be done with the holiday notices that an installation knows.</summary>
public abstract record NoticeCommand
{
    private NoticeCommand() { }

    /// <summary>
    /// Enters what comes with the software and with its configuration. What was entered before in these very words is left alone,
    /// whatever became of it since: an older file does not undo a correction.
    /// </summary>
    /// <param name="Notices">The notices.</param>
    public sealed record EnterOwn(ValueList<HolidayNotice> Notices) : NoticeCommand;

    /// <summary>Enters a notice that has been issued, or corrects one that was entered with mistakes.</summary>
    /// <param name="Notice">The notice.</param>
    public sealed record Enter(HolidayNotice Notice) : NoticeCommand;

    /// <summary>Takes a notice out that should not have been entered.</summary>
    /// <param name="Id">Its id.</param>
    public sealed record Withdraw(string Id) : NoticeCommand;
}
