using Qijiang.Core.Congresses;
using static Qijiang.Core.Suggestions.SuggestionCommand;

namespace Qijiang.Core.Suggestions;

/// <summary>Which office does what. That the person holds the office on the day is asked of the mandates.</summary>
public static class SuggestionOffices
{
    /// <summary>Whether this office does this. Staff may enter what a deputy or an agency's leader did on paper, on their behalf; an agency never enters a deputy's act (SUG-37).</summary>
    /// <param name="command">What is to be done, and who does it.</param>
    public static bool May(SuggestionCommand command) => command switch
    {
        Submit or ConfirmCoSignature or DeclineCoSignature or Withdraw or Evaluate or CorrectEvaluation or EvaluateDelivery or CorrectDeliveryEvaluation =>
            command.By.Office is Office.Deputy ? command.By.OnBehalfOf is null : OnBehalf(command.By) && IsDesk(command.By.Office),
        ReturnMisassigned or RecordContact or Extend or ExplainOverdue or GiveCoHandlerOpinion or DemandCoHandlerOpinionAnew or AcknowledgeDemand or ReportDelivery or GiveReply =>
            IsAgency(command.By.Office) || (OnBehalf(command.By) && (IsDesk(command.By.Office) || command.By.Office is Office.CoordinatingClerk)),
        AssignToAgencies or DeclineReturn or Reassign => IsDesk(command.By.Office) || command.By.Office is Office.CoordinatingClerk,
        UrgeEvaluation or UrgeDeliveryEvaluation => command.By.Office is Office.System || IsDesk(command.By.Office),
        TakeIn or LapseCommitment => command.By.Office is Office.System,
        _ => IsDesk(command.By.Office),
    };

    /// <summary>Whether this is an office of a handling agency.</summary>
    /// <param name="office">The office.</param>
    internal static bool IsAgency(Office office) => office is Office.AgencyClerk or Office.AgencyPrincipal;

    private static bool IsDesk(Office office) => office is Office.DeskClerk or Office.DeskHead or Office.SecretariatClerk or Office.SecretariatHead;

    private static bool OnBehalf(Actor by) => by.OnBehalfOf is not null;
}
