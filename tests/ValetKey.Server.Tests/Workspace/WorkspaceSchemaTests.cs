using System.Text.Json;
using ValetKey.Server.Workspace.Reading;
using ValetKey.Server.Workspace.Sections;

namespace ValetKey.Server.Tests.Workspace;

/// <summary>The schema that editors complete and the reader know the same keys.</summary>
public sealed class WorkspaceSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText("workspace.schema.json")).RootElement;

    [Theory]
    [InlineData("domain", "domains: [{ KEYS }]")]
    [InlineData("domainWideScopes", "domains: [{ name: example.com, domainWideScopes: [{ KEYS }] }]")]
    [InlineData("user", "domains: [{ name: example.com, users: [{ KEYS }] }]")]
    [InlineData("project", "projects: [{ KEYS }]")]
    [InlineData("consumer", "projects: [{ consumers: [{ KEYS }] }]")]
    [InlineData("client", "projects: [{ clients: [{ KEYS }] }]")]
    [InlineData("calendar", "calendars: [{ KEYS }]")]
    [InlineData("document", "documents: [{ KEYS }]")]
    public void Know_the_same_keys(string definition, string text)
    {
        var keys = Schema.GetProperty("$defs").GetProperty(definition).GetProperty("properties").EnumerateObject().Select(key => key.Name).ToList();
        var sent = definition == "client" ? keys.Except(["email", "publicKey"], StringComparer.Ordinal) : keys;     // those two belong to service accounts, which are read past
        var unknown = Problems(text.Replace("KEYS", string.Join(", ", sent.Select(key => key + ": null")) + ", zzzzzzzzzzzz: null", StringComparison.Ordinal))
            .Where(problem => problem.What.StartsWith("is no key", StringComparison.Ordinal));
        var only = Assert.Single(unknown);
        Assert.Equal($"Known here: {string.Join(", ", sent.Order(StringComparer.Ordinal))}.", only.Mend);
    }

    [Theory]
    [InlineData("oauth1", "consumerKey, kind, scopes, token, tokenSecret, user")]
    [InlineData("oauth2", "accessToken, clientId, expiresIn, kind, refreshToken, scopes, user")]
    public void Know_the_same_keys_of_each_kind_of_token(string kind, string keys)
    {
        Assert.Subset(
            Schema.GetProperty("$defs").GetProperty("token").GetProperty("properties").EnumerateObject().Select(key => key.Name).ToHashSet(StringComparer.Ordinal),
            keys.Split(", ").ToHashSet(StringComparer.Ordinal));
        Assert.Contains(Problems($"tokens: [{{ kind: {kind}, zzzzzzzzzzzz: 1 }}]"), problem => problem.Mend == $"Known here: {keys}.");
    }

    private static IReadOnlyList<WorkspaceProblem> Problems(string text) =>
        Assert.Throws<WorkspaceException>(() => WorkspaceFile.Read("test.yaml", text, new WorkspaceReport("test.yaml"))).Problems;
}
