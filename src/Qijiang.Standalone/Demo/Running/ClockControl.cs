using System.Net;
using System.Security.Cryptography;
using System.Text;
using NodaTime.Text;
using Qijiang.Backend.Obligations;

namespace Qijiang.Standalone.Demo.Running;

/// <summary>
/// Opens <c>POST /demo/clock</c> beside the HTTP surface: moves the domain's clock forward and lets the reminder timer tick
/// once. Only the demo's host registers it; it answers on loopback alone, and only who knows the token of this run.
/// </summary>
internal sealed class ClockControl(MovableClock clock, ReminderTick reminders, string token) : IStartupFilter
{
    public const string Path = "/demo/clock";
    public const string TokenHeader = "Demo-Token";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Map(Path, branch => branch.Run(MoveAsync));
        next(app);
    };

    private async Task MoveAsync(HttpContext context) => context.Response.StatusCode = await StatusOfAsync(context);

    private async Task<int> StatusOfAsync(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } from || !IPAddress.IsLoopback(from) || !IsToken(context.Request.Headers[TokenHeader].ToString()))
            return StatusCodes.Status404NotFound;
        if (!HttpMethods.IsPost(context.Request.Method)) return StatusCodes.Status405MethodNotAllowed;
        if (!LocalDatePattern.Iso.Parse(context.Request.Query["date"].ToString()).TryGetValue(default, out var day)) return StatusCodes.Status400BadRequest;
        if (!clock.TryMoveTo(day)) return StatusCodes.Status409Conflict;
        await reminders.RunAsync(context.RequestAborted);
        return StatusCodes.Status204NoContent;
    }

    private bool IsToken(string given) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(token));
}
