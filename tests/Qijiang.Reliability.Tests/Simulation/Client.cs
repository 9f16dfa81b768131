using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Qijiang.Core.Congresses;

namespace Qijiang.Reliability.Tests.Simulation;

/// <summary>Whoever asks: any instance, again under the same key until there is an answer, and sometimes once more although there was one.</summary>
internal sealed class Client(World world, IReadOnlyList<Instance> instances)
{
    private const int Tries = 40;
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly Scheduler scheduler = world.Scheduler;

    /// <summary>Does something that has to be accepted.</summary>
    public async Task<JsonNode> DoAsync(PersonId who, string path, object body, string key)
    {
        var (answer, _) = await SayAsync(who, path, body, key);
        return answer.IsDone ? JsonNode.Parse(answer.Body)! : throw new InvalidOperationException($"{who} was refused {path}: {answer.Status} {answer.Body}");
    }

    /// <summary>Says something, whatever the answer.</summary>
    /// <returns>The answer, and whether an earlier try may have been done of which nothing was heard.</returns>
    public async Task<(Answer Answer, bool IsUnsure)> SayAsync(PersonId who, string path, object body, string key)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, _json);
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            await scheduler.WaitAsync($"{who} asks {path}");
            var name = world.Planted is Planted.UnknownRepeat && attempt > 1 ? $"{key}-{attempt}" : key;
            // Who is impatient presses twice.
            var tries = Enumerable.Range(0, world.Random.Next(10) == 0 ? 2 : 1).Select(_ => TryAsync(who, path, bytes, name)).ToList();
            var answers = (await Task.WhenAll(tries)).OfType<Answer>().Where(answer => answer.IsAnswer).ToList();
            if (answers is [])
            {
                await scheduler.WaitAsync($"{who} waits", after: TimeSpan.FromSeconds(world.Random.Next(1, 60)));
                continue;
            }

            if (world.Random.Next(5) == 0) answers.AddRange(await OnceMoreAsync(who, path, bytes, name));
            var done = answers.Where(answer => answer.IsDone).ToList();
            world.Recorded.Answered(path, key, done.Select(answer => answer.Body));
            return (done.FirstOrDefault() ?? answers[0], attempt > 1 || answers.Count < tries.Count);
        }

        throw new InvalidOperationException($"{who} found no answer to {path}");
    }

    private async Task<IEnumerable<Answer>> OnceMoreAsync(PersonId who, string path, byte[] body, string key)
    {
        await scheduler.WaitAsync($"{who} asks again {path}", after: TimeSpan.FromSeconds(world.Random.Next(300)));
        return await TryAsync(who, path, body, key) is { IsDone: true } again ? [again] : [];
    }

    private async Task<Answer?> TryAsync(PersonId who, string path, byte[] body, string key)
    {
        var on = instances[world.Random.Next(instances.Count)];
        var died = on.Died;
        var request = on.AnswerAsync(who, "POST", path, body, key);
        await scheduler.InTimeAsync(Task.WhenAny(request, died), $"{who} gives up waiting", TimeSpan.FromSeconds(100));
        return request.IsCompletedSuccessfully ? await request : null;
    }
}
