// Looks into packed packages as somebody who uses them would: dotnet run .ci/check-package.cs -- FOLDER ID…
using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

var faults = new List<string>();
foreach (var id in args[1..])
{
    var packages = Directory.GetFiles(args[0], $"{id}.*.nupkg");
    if (packages.Length != 1)
    {
        faults.Add($"{id}: {packages.Length} packages, expected 1");
        continue;
    }

    using var package = ZipFile.OpenRead(packages[0]);
    Require(id, package, "README.md", $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml");
    using var symbols = ZipFile.OpenRead(Path.ChangeExtension(packages[0], ".snupkg"));
    Require(id, symbols, $"lib/net10.0/{id}.pdb");
    CheckMetadata(id, package);
    CheckAssembly(id, package);
    Console.WriteLine($"{Path.GetFileName(packages[0])}: {package.Entries.Count} files, {new FileInfo(packages[0]).Length / 1024} KiB");
}

faults.ForEach(Console.WriteLine);
return faults.Count == 0 ? 0 : 1;

void Require(string id, ZipArchive archive, params string[] entries) =>
    faults.AddRange(entries.Where(entry => archive.GetEntry(entry) is null or { Length: 0 }).Select(entry => $"{id}: {entry} is missing or empty"));

void CheckMetadata(string id, ZipArchive package)
{
    using var nuspec = package.GetEntry($"{id}.nuspec")!.Open();
    var metadata = XDocument.Load(nuspec).Root!.Elements().First();
    foreach (var (name, expected) in new[] { ("license", "Apache-2.0"), ("readme", "README.md"), ("id", id) })
        if (Value(metadata, name) is var value && value != expected) faults.Add($"{id}: {name} is '{value}', expected '{expected}'");
    foreach (var name in new[] { "description", "tags", "authors" })
        if (string.IsNullOrWhiteSpace(Value(metadata, name))) faults.Add($"{id}: it says nothing of its {name}");
}

void CheckAssembly(string id, ZipArchive package)
{
    using var bytes = new MemoryStream();
    using (var entry = package.GetEntry($"lib/net10.0/{id}.dll")!.Open()) entry.CopyTo(bytes);
    bytes.Position = 0;
    using var assembly = new PEReader(bytes);
    if (assembly.ReadDebugDirectory().All(entry => entry.Type != DebugDirectoryEntryType.Reproducible)) faults.Add($"{id}: the assembly is not deterministic");
}

static string? Value(XElement metadata, string name) => metadata.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value;
