using System.Text;
using ValetKey.OAuth;

namespace ValetKey.Architecture;

/// <summary>The causes that the doctor knows are documented, each as the code has it. <c>DOCS=write</c> writes them down anew.</summary>
public sealed class DoctorDocumentation
{
    private const string Begin = "<!-- causes: written by DoctorDocumentation -->\n";
    private const string End = "<!-- end of causes -->\n";

    [Fact]
    public void Lists_every_cause_with_its_symptom_and_mend()
    {
        var file = Path.Combine(Repository.Root, "docs", "doctor.md");
        var page = File.ReadAllText(file);
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        Assert.True(begin >= 0 && end > begin, "docs/doctor.md has lost the lines between which the causes stand.");
        var written = page[..(begin + Begin.Length)] + Table() + page[end..];
        if (Environment.GetEnvironmentVariable("DOCS") == "write")
        {
            File.WriteAllText(file, written);
            return;
        }

        Assert.True(written == page, "docs/doctor.md is not what the code says; run this test with DOCS=write and look at the difference.");
    }

    private static string Table()
    {
        var table = new StringBuilder("| id | what is wrong | the rule | what to change | `oauth_problem` |\n| --- | --- | --- | --- | --- |\n");
        foreach (var cause in DoctorCause.All)
        {
            table.Append('|').AppendJoin('|', new[] { $"`{cause.Id}`", cause.Title, cause.Explanation, cause.Mend, cause.Problem is null ? "" : $"`{cause.Problem}`" }.Select(cell => $" {Cell(cell)} ")).Append("|\n");
        }

        return table.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
