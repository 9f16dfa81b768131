using Microsoft.Extensions.Options;
using Qijiang.Core.Obligations;

namespace Qijiang.Backend.Obligations;

/// <summary>What is missing or malformed in the settings of reminders stops the start and is named, policies by file, kind, step and field.</summary>
internal sealed class ReminderOptionsValidation : IValidateOptions<ReminderOptions>
{
    private const string Setting = $"{ReminderOptions.Section}:{nameof(ReminderOptions.Folder)}";

    public ValidateOptionsResult Validate(string? name, ReminderOptions options)
    {
        List<string> faults = [.. OfFolder(options.Folder), .. OfWebhook(options.Webhook)];
        return faults is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> OfFolder(string? value)
    {
        try
        {
            return SettingFolder.Find(Setting, value) is { } folder ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).SelectMany(OfPolicy) : [];
        }
        catch (SettingException e)
        {
            return [e.Message];
        }
    }

    private static IEnumerable<string> OfPolicy(string file)
    {
        try
        {
            ReminderPolicy.Read(File.ReadAllText(file), Path.GetFileName(file));
            return [];
        }
        catch (ReminderPolicyException e)
        {
            return e.Findings.Select(finding => $"{Setting}: {finding}");
        }
    }

    private static IEnumerable<string> OfWebhook(WebhookOptions? webhook)
    {
        if (webhook is null) yield break;
        if (webhook.Address is not { IsAbsoluteUri: true } address || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
            yield return "Reminders:Webhook:Address must be an https address";
        if (!WebhookOptions.TryReadSecret(webhook.Secret, out _))
            yield return "Reminders:Webhook:Secret must be whsec_ and 24 to 64 bytes in Base64";
    }
}
