using FluentAssertions;
using Qijiang.Backend.Calendar;
using Qijiang.Core.Calendar;
using Xunit;

namespace Qijiang.Backend.Tests.Calendar;

/// <summary>Notices from a folder that the configuration names. They are invented.</summary>
public sealed class NoticeFolderTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("qijiang-notices-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_folder_adds_its_notices_to_those_of_the_software()
    {
        Put("2027.json", InventedNotices.Year2027);
        Put("readme.txt", "no notice");

        OwnNotices.Read(folder.FullName).Notices.Select(notice => notice.Id).Should().Equal([.. HolidayNotices.Embedded.Select(notice => notice.Id), "2027"]);
    }

    [Fact]
    public void Without_a_folder_there_are_those_of_the_software() => OwnNotices.Read(null).Notices.Should().Equal(HolidayNotices.Embedded);

    [Fact]
    public void Everything_that_is_wrong_in_the_files_is_named_by_file_and_field()
    {
        Put("a.json", InventedNotices.Year2027.Replace("2027-02-20", "2027-02-22", StringComparison.Ordinal));
        Put("b.json", "not JSON");

        FluentActions.Invoking(() => OwnNotices.Read(folder.FullName)).Should().Throw<SettingException>().Which.Message.Split('\n')
            .Should().SatisfyRespectively(
                line => line.Should().Be("Calendar:Folder must hold holiday notices that can be used:"),
                line => line.Should().StartWith("a.json: items[1] 春节: makeUp: 2027-02-22 is a Monday"),
                line => line.Should().StartWith("b.json: is not JSON that can be read"));
    }

    [Fact]
    public void A_file_that_does_not_fit_the_notices_of_the_software_is_refused()
    {
        Put("2026.json", InventedNotices.Year2027.Replace("\"id\": \"2027\"", "\"id\": \"2026\"", StringComparison.Ordinal));

        FluentActions.Invoking(() => OwnNotices.Read(folder.FullName)).Should().Throw<SettingException>().WithMessage("Calendar:Folder must hold*\n2026: id: is the id of more than one notice.");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_refused() =>
        FluentActions.Invoking(() => OwnNotices.Read(Path.Combine(folder.FullName, "none"))).Should().Throw<SettingException>().Which.Setting.Should().Be("Calendar:Folder");

    private void Put(string file, string text) => File.WriteAllText(Path.Combine(folder.FullName, file), text);
}
