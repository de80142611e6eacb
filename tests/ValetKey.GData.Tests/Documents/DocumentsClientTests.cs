using ValetKey.GData.Documents;
using ValetKey.GData.Protocol;

namespace ValetKey.GData.Tests.Documents;

public sealed class DocumentsClientTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    public static TheoryData<DocumentQuery?, string> Queries => new()
    {
        { null, "" },
        { new(), "" },
        { new() { ShowFolders = true, PageSize = 50 }, "?max-results=50&showfolders=true" },
        { new() { Title = "a b", TitleExact = true, ShowFolders = false }, "?title=a+b&title-exact=true&showfolders=false" },
        { new() { TitleExact = true, Text = "\"at night\"" }, "?q=%22at+night%22" },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Lists_what_is_asked_for(DocumentQuery? query, string expected)
    {
        using var google = new StubGoogle();
        google.Answers(Xml.Of(OwnDocuments.Documents, ProtocolVersion.V3));
        using var documents = new DocumentsClient(new CountingAuthorizer(), google.Http, GoogleHosts.At("http://127.0.0.1:8080"));

        Assert.Equal(["Budget", "Plans"], await documents.GetDocumentsAsync(query, Stop).Select(d => d.ToString()).ToListAsync(Stop));
        Assert.Equal($"http://127.0.0.1:8080/feeds/default/private/full{expected}", google.Sent[0].Address);
        Assert.Equal("https://docs.google.com/feeds/default/private/full", google.Sent[0].Scope);
        Assert.Equal("3.0", google.Sent[0].Header("GData-Version"));
    }
}
