using ValetKey.GData.Calendar;
using ValetKey.GData.Documents;
using ValetKey.GData.Protocol;
using ValetKey.GData.Provisioning;
using ValetKey.OAuth;

namespace ValetKey.GData.Tests;

/// <summary>The articles' programs, line for line.</summary>
public sealed class ArticleProgramsTests
{
    [Fact]
    public async Task Retrieve_a_user_with_a_token_from_the_playground()
    {
        using var google = new StubGoogle();
        google.Answers(Xml.Of(OwnDocuments.User("username"), ProtocolVersion.V2));

        var consumer = new OAuth1Consumer("CONSUMER_KEY", "CONSUMER_SECRET");
        var token = new OAuth1Token("GENERATED_TOKEN_FROM_PLAYGROUND", "GENERATED_TOKEN_SECRET_FROM_PLAYGROUND");

        using var apps = new AppsClient("your_domain", consumer.With(token), google.Http);
        UserEntry user = await apps.RetrieveUserAsync("username", TestContext.Current.CancellationToken);

        Assert.Equal("username: Given Family", $"{user.Login.UserName}: {user.Name.GivenName} {user.Name.FamilyName}");
        Assert.StartsWith("OAuth ", google.Sent[0].Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Take_the_token_whose_scope_covers_the_request()
    {
        using var google = new StubGoogle();
        google.Answers(Xml.Of(OwnDocuments.User("username"), ProtocolVersion.V2)).Answers(Xml.Of(OwnDocuments.Calendars, ProtocolVersion.V2));
        var consumer = new OAuth1Consumer("CONSUMER_KEY", "CONSUMER_SECRET");
        var store = new MemoryTokenStore();
        await store.AddAsync(new OAuth1Token("users", "secret") { Scopes = ["https://apps-apis.google.com/a/feeds/user/"] }, TestContext.Current.CancellationToken);
        await store.AddAsync(new OAuth1Token("calendars", "secret") { Scopes = ["https://www.google.com/calendar/feeds/"] }, TestContext.Current.CancellationToken);

        using var apps = new AppsClient("your_domain", consumer.With(store), google.Http, GoogleHosts.At("http://127.0.0.1:8080"));
        await apps.RetrieveUserAsync("username", TestContext.Current.CancellationToken);
        using var calendars = new CalendarClient(consumer.With(store), google.Http, GoogleHosts.At("http://127.0.0.1:8080"));
        await foreach (CalendarEntry calendar in calendars.GetAllCalendarsAsync(TestContext.Current.CancellationToken))
        {
            Assert.NotNull(calendar.Title);
        }

        Assert.Contains("oauth_token=\"users\"", google.Sent[0].Authorization, StringComparison.Ordinal);
        Assert.Contains("oauth_token=\"calendars\"", google.Sent[1].Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_documents_with_an_oauth2_token()
    {
        using var google = new StubGoogle();
        google.Answers(Xml.Of(OwnDocuments.Documents, ProtocolVersion.V3));
        var client = new OAuth2Client("CLIENT_ID", "CLIENT_SECRET", redirectUri: "http://www.example.com/oauth2callback",
            scopes: ["https://docs.google.com/feeds/", "https://www.google.com/calendar/feeds/"]);
        var token = new OAuth2Token("ya29.x", null, null, ["https://docs.google.com/feeds/"]);

        using var documents = new DocumentsClient(client.With(token), google.Http);
        await foreach (DocumentEntry document in documents.GetDocumentsAsync(stop: TestContext.Current.CancellationToken))
        {
            Assert.NotEmpty($"{document.Title}");
        }

        Assert.Equal("Bearer ya29.x", google.Sent[0].Authorization);
    }
}
