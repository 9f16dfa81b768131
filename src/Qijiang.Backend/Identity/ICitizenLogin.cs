namespace Qijiang.Backend.Identity;

/// <summary>Asks the channel through which a citizen comes who that citizen is.</summary>
public interface ICitizenLogin
{
    /// <summary>
    /// Exchanges the short-lived code that the citizen's client got from the channel. A code serves once: after any refusal
    /// the client gets a new one before it tries again.
    /// </summary>
    /// <param name="code">The code as the client sent it; never trusted, never logged.</param>
    /// <param name="cancel">Stops waiting; the code may be used up none the less.</param>
    /// <returns>
    /// The identity, or a refusal: <c>login.code-invalid</c> (malformed, unknown, used or too old), <c>login.busy</c> (try again
    /// in a minute), <c>login.blocked</c> (the channel does not vouch for this account), <c>login.unavailable</c> (the channel
    /// can't be reached, or refuses us: the operator has to look).
    /// </returns>
    Task<CitizenLoginOutcome> ExchangeAsync(string code, CancellationToken cancel);
}
