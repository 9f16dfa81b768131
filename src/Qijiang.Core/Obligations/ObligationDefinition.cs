namespace Qijiang.Core.Obligations;

/// <summary>What a kind of obligation rests on, and whether anything yields it yet.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Rules">The ids of the rules behind it.</param>
/// <param name="PlannedFor">The capability that will have the acts that open and close it; null where they are there.</param>
public sealed record ObligationDefinition(ObligationKind Kind, ValueList<string> Rules, string? PlannedFor = null)
{
    /// <summary>Every kind there is.</summary>
    public static ValueList<ObligationDefinition> All { get; } =
    [
        new(ObligationKind.Assignment, ["SUG-10"]),
        new(ObligationKind.ReturnDecision, ["SUG-13"]),
        new(ObligationKind.Contact, ["SUG-15"]),
        new(ObligationKind.CoHandlerOpinion, ["SUG-16"]),
        new(ObligationKind.Reply, ["SUG-20", "SUG-21"]),
        new(ObligationKind.OverdueExplanation, ["SUG-20b"]),
        new(ObligationKind.Rehandling, ["SUG-33"]),
        new(ObligationKind.Evaluation, ["SUG-31"]),
        new(ObligationKind.DeliveryEvaluation, ["SUG-31"]),
        new(ObligationKind.Commitment, ["SUG-23"]),
        new(ObligationKind.CitizenNotice, ["CIT-10"]),
        new(ObligationKind.CommitmentReport, ["SUG-24"], "Suggestions"),
        new(ObligationKind.DeliberationReport, ["SUP-03"], "Supervision"),
        new(ObligationKind.SpecialInquiryReport, ["SUP-08"], "Supervision"),
        new(ObligationKind.Filing, ["NDR-01"], "Legislation"),
        new(ObligationKind.Return, ["SUG-13"]),
        new(ObligationKind.CommitmentLedger, ["SUG-24"], "Suggestions"),
    ];
}
