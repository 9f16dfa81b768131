using Qijiang.Core.Law;

namespace Qijiang.Core.LivelihoodProjects;

/// <summary>The project was not adopted by that poll, or its result is not announced.</summary>
public sealed record ProjectNotAdopted() : Refusal("project.not-adopted");

/// <summary>Another body than the rule says has approved: the adopted list is a decision of the congress (LIV-30).</summary>
/// <param name="Rule">The rule on who approves.</param>
public sealed record ApprovalMissing(RuleRef Rule) : Refusal("project.approval-missing", Rule);

/// <summary>The change is one of another project.</summary>
public sealed record OtherProject() : Refusal("project.other-project");
