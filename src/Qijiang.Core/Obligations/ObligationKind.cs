using System.Text.Json.Serialization;

namespace Qijiang.Core.Obligations;

// Stored for ever by these names: add, never rename or remove.

/// <summary>What is owed.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ObligationKind>))]
public enum ObligationKind
{
    /// <summary>The desk assigns a suggestion (SUG-10).</summary>
    Assignment,

    /// <summary>Who assigned it decides on a return and assigns anew (SUG-13).</summary>
    ReturnDecision,

    /// <summary>The agency meets the deputy (SUG-15).</summary>
    Contact,

    /// <summary>A co-handler gives its opinion to the lead (SUG-16).</summary>
    CoHandlerOpinion,

    /// <summary>The agency replies (SUG-20, SUG-21).</summary>
    Reply,

    /// <summary>The agency that can't finish in time explains in writing (SUG-20b).</summary>
    OverdueExplanation,

    /// <summary>The agency replies anew after a demand (SUG-33).</summary>
    Rehandling,

    /// <summary>The deputy evaluates a reply (SUG-31).</summary>
    Evaluation,

    /// <summary>The deputy evaluates delivery (SUG-31).</summary>
    DeliveryEvaluation,

    /// <summary>The agency delivers what it promised (SUG-23).</summary>
    Commitment,

    /// <summary>The desk gives the citizen a written notice (CIT-10).</summary>
    CitizenNotice,

    /// <summary>The agency reports each fourth quarter how far its commitments of this and the previous year have come (SUG-24). Planned.</summary>
    CommitmentReport,

    /// <summary>An organ reports how it has handled the Standing Committee's deliberation opinion (SUP-03). Planned.</summary>
    DeliberationReport,

    /// <summary>An organ reports how it has handled the opinions of a special inquiry (SUP-08). Planned.</summary>
    SpecialInquiryReport,

    /// <summary>The issuing body files a normative document (NDR-01). Planned.</summary>
    Filing,

    /// <summary>An agency that takes the suggestion for none of its own says so in writing, with reasons (SUG-13). It may; once the last day has passed nothing is late, the way is closed.</summary>
    Return,

    /// <summary>The agency reports the ledger of its commitments of this and the previous year to the desk each fourth quarter (SUG-24). Planned.</summary>
    CommitmentLedger,
}
