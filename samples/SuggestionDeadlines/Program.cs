// By when is who to do what with a deputy's suggestion, by which rule, and why just then? Received on 24 April 2026, assigned to
// agencies on 8 May, answered on 1 July, in a district of Chongqing. Each clock goes by the rules of the day that starts it.
using System.Globalization;
using NodaTime;
using Qijiang.Core.Calendar;
using Qijiang.Core.Congresses;
using Qijiang.Core.Law;

var rules = RuleSet.Preset("chongqing");
var calendar = WorkingCalendar.Official.For(rules, CongressLevel.District);
LocalDate received = new(2026, 4, 24), assigned = new(2026, 5, 8), answered = new(2026, 7, 1);
(string Key, LocalDate Start)[] clocks = [
    ("suggestion.assignWithin", received), ("suggestion.returnWithin", assigned), ("suggestion.contactWithin", assigned), ("suggestion.coHandlerOpinionWithin", assigned),
    ("suggestion.replyWithin", assigned), ("suggestion.replyWithinComplex", assigned), ("suggestion.evaluateWithin", answered)];
foreach (var (key, start) in clocks)
{
    var rule = rules.Get<TimeLimit>(key, CongressLevel.District, start);
    var (due, title) = (calendar.DueOf(rule.StartingOn(start)), rules.Find(rule.Ref).First(entry => entry.Key == key).Title);
    Console.WriteLine($"{due.On.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}  {title.Chinese}  {title.English}");
    foreach (var language in new[] { "zh-Hans", "en" }) Console.WriteLine($"{due.Explain(CultureInfo.GetCultureInfo(language))}\n");
}
