using NodaTime;
using Qijiang.Core;
using Qijiang.Core.Congresses;

namespace Qijiang.Testing;

/// <summary>Small builders for stories, so that a test says only what matters to it.</summary>
public static class A
{
    /// <summary>A deputy, acting alone.</summary>
    /// <param name="person">Who.</param>
    public static Actor Deputy(string person) => new(new(person), Office.Deputy);

    /// <summary>A citizen.</summary>
    /// <param name="person">Who.</param>
    public static Actor Citizen(string person) => new(new(person), Office.Citizen);

    /// <summary>A clerk of the desk.</summary>
    /// <param name="onBehalfOf">For whom something on paper is entered; null where the clerk acts.</param>
    public static Actor DeskClerk(string? onBehalfOf = null) => new(new("desk-clerk"), Office.DeskClerk, new("desk"), For(onBehalfOf));

    /// <summary>A clerk who receives citizens.</summary>
    /// <param name="onBehalfOf">For whom it is entered.</param>
    public static Actor IntakeClerk(string? onBehalfOf = null) => new(new("intake-clerk"), Office.IntakeClerk, new("station"), For(onBehalfOf));

    /// <summary>A clerk of the government's coordinating office.</summary>
    public static Actor CoordinatingClerk() => new(new("coordinating-clerk"), Office.CoordinatingClerk, new("coordinating-office"));

    /// <summary>A clerk of an agency.</summary>
    /// <param name="agency">Which.</param>
    /// <param name="onBehalfOf">For whom it is entered; null where the clerk acts.</param>
    public static Actor AgencyClerk(string agency, string? onBehalfOf = null) => new(new($"clerk-of-{agency}"), Office.AgencyClerk, new(agency), For(onBehalfOf));

    /// <summary>An agency's principal leader.</summary>
    /// <param name="agency">Which.</param>
    public static Actor Principal(string agency) => new(new($"principal-of-{agency}"), Office.AgencyPrincipal, new(agency));

    /// <summary>A decision of the desk.</summary>
    /// <param name="on">The date of the document.</param>
    /// <param name="number">Its number.</param>
    /// <param name="meeting">At which meeting; null where none was held.</param>
    public static Decision DeskDecision(LocalDate on, string number = "desk-1", string? meeting = null) => new(new("desk"), BodyKind.Desk, meeting, number, new("desk-head"), on);

    /// <summary>A decision of the government's coordinating office.</summary>
    /// <param name="on">The date of the document.</param>
    /// <param name="number">Its number.</param>
    public static Decision CoordinatingDecision(LocalDate on, string number = "office-1") => new(new("coordinating-office"), BodyKind.CoordinatingOffice, null, number, new("office-head"), on);

    /// <summary>An official text.</summary>
    /// <param name="text">The text.</param>
    public static OfficialText Text(string text) => new(text);

    /// <summary>A citizen's words.</summary>
    /// <param name="of">Whose.</param>
    /// <param name="text">The text.</param>
    public static PersonalText Words(string of, string text) => new(new(of), text);

    private static PersonId? For(string? person) => person is null ? null : new PersonId(person);
}
