using System.Security.Cryptography;
using System.Text;
using NodaTime;
using Qijiang.Backend.Identity;
using Qijiang.Backend.Storage;
using Qijiang.Core;
using Qijiang.Core.Congresses;

namespace Qijiang.Backend.Congresses;

/// <summary>Sets an installation up from a plan. Running it again adds what is new; who can sign in keeps the password.</summary>
public sealed class Provisioning(StreamRunner runner, CongressDirectory congresses, MandateRegister mandates, People people, Credentials credentials, IClock clock)
{
    /// <summary>Carries a plan out.</summary>
    /// <returns>Sign-in names with the passwords that were made; they are told this once.</returns>
    /// <exception cref="ProvisioningException">The plan contradicts itself or what is there.</exception>
    public async Task<IReadOnlyDictionary<string, string>> ApplyAsync(DistrictPlan plan, CancellationToken cancel)
    {
        foreach (var congress in plan.Congresses) await EstablishAsync(congress, cancel);
        var made = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var person in plan.People)
        {
            await people.RegisterAsync(person.Id, new Profile(new PersonalText(person.Id, person.Name), null), cancel);
            foreach (var office in person.Offices) await ConferAsync(person.Id, office, cancel);
            if (person.SignInName is not { } name) continue;
            var password = person.Password ?? NewPassword();
            if (await credentials.AddAsync(name, person.Id, password, cancel) && person.Password is null) made[name] = password;
        }

        return made;
    }

    /// <summary>A password to tell once: 16 characters, 79 random bits.</summary>
    public static string NewPassword() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 16);

    private async Task EstablishAsync(DistrictPlan.PlannedCongress plan, CancellationToken cancel)
    {
        if (!Core.Law.RuleSet.PresetNames.Contains(plan.RuleSet)) throw new ProvisioningException($"congress {plan.Id}: ruleSet '{plan.RuleSet}' is not one of {string.Join(", ", Core.Law.RuleSet.PresetNames)}");
        List<CongressCommand> commands =
        [
            new CongressCommand.Establish(plan.Id, plan.Level, plan.Names, plan.Parent, plan.RuleSet, (plan.Areas ?? []).ToValueList()),
            .. plan.Bodies.Select(b => new CongressCommand.AddBody(b)),
            .. (plan.Districts ?? []).Select(d => new CongressCommand.AddElectoralDistrict(d)),
        ];
        foreach (var command in commands)
        {
            Check($"congress {plan.Id}", await runner.RunAsync(
                CongressJson.Congresses, CongressDirectory.StreamOf(plan.Id), ActOf($"{plan.Id}|{command}"), state => Congress.Decide(command, state), cancel));
        }

        await congresses.EnterAsync(plan.Id, cancel);
    }

    private async Task ConferAsync(PersonId person, DistrictPlan.PlannedOffice office, CancellationToken cancel)
    {
        var confer = new MandateCommand.Confer(office.Office, office.Body, office.District, office.From, office.Until);
        Check($"person {person}", await mandates.RunAsync(office.Congress, person, ActOf($"{person}|{confer}"), confer, cancel));
        if (office.Office != Office.Deputy) return;
        var confirm = new MandateCommand.ConfirmCredentials(office.From);
        Check($"person {person}", await mandates.RunAsync(office.Congress, person, ActOf($"{person}|{confirm}"), confirm, cancel));
    }

    // The same line of a plan is the same command, however often it is carried out.
    private Act ActOf(string line)
    {
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("provisioning|" + line)))[..32];
        return new Act(new CommandStamp(id, id), Actor.Qijiang, ChinaDate.Of(clock.GetCurrentInstant()), Channel.System);
    }

    private static void Check<TState>(string what, Ran<TState> ran)
    {
        if (ran is Ran<TState>.Refused { Refusal: var refusal }) throw new ProvisioningException($"{what}: {refusal.Code}");
    }
}
