using System.CommandLine;
using Qijiang.Standalone.Commands;
using Spectre.Console;

var root = new RootCommand("綦江人大工作平台 · Qijiang: the back end of a people's congress in one process")
{
    ServeCommand.Create(),
    ProvisionCommand.Create(),
    PasswordCommand.Create(),
    RebuildCommand.Create(),
    CheckpointCommand.Create(AnsiConsole.Console),
    VerifyCommand.Create(AnsiConsole.Console),
    PoisonCommand.Create(Console.Out),
    DemoCommand.Create(),
    DemoBackendCommand.Create(),
};
return await root.Parse(args).InvokeAsync();
