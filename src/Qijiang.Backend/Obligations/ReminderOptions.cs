namespace Qijiang.Backend.Obligations;

/// <summary>The settings of reminders.</summary>
public sealed class ReminderOptions
{
    /// <summary>The section of the configuration: <c>Reminders</c>.</summary>
    public const string Section = "Reminders";

    /// <summary>The folder with policies, each <c>CONGRESS.json</c> over the policy that comes with the library. Null: every congress has that one.</summary>
    public string? Folder { get; set; }

    /// <summary>The outgoing webhook; null: there is none.</summary>
    public WebhookOptions? Webhook { get; set; }
}
