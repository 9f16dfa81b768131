// By when is who to do what with a deputy's suggestion, and why just then? Received on 24 April 2026, assigned to agencies on
// 8 May, answered on 1 July, in a district of Chongqing.
using System.Globalization;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;
using Qijiang.Core.Suggestions;

LocalDate received = new(2026, 4, 24), assigned = new(2026, 5, 8), replied = new(2026, 7, 1);
var rules = new SuggestionRules(RuleSet.Preset("chongqing"), CongressLevel.District, assigned, WorkingCalendar.Official);

Due("the desk assigns it to agencies", rules.AssignWithin.StartingOn(received));
Due("the agency says that it is not its own", rules.ReturnWithin.StartingOn(assigned));
Due("the agency meets the deputy", rules.ContactWithin.StartingOn(assigned));
Due("a co-handler gives the lead its opinion", rules.CoHandlerOpinionWithin.StartingOn(assigned));
Due("the agency replies", rules.ReplyWithin.StartingOn(assigned));
Due("the agency replies to a broad or difficult one", rules.ReplyWithinComplex.StartingOn(assigned));
Due("the deputy evaluates the reply", rules.EvaluateWithin.StartingOn(replied));

static void Due(string what, StatutoryPeriod period)
{
    var due = WorkingCalendar.Official.DueOf(period);
    Console.WriteLine($"{due.On.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}  {what} ({period.Rule.Id})");
    foreach (var line in due.Explain(CultureInfo.GetCultureInfo("en")).Split('\n')) Console.WriteLine($"            {line}");
}
