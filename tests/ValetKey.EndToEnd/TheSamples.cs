using ValetKey.EndToEnd.Pressing;
using ValetKey.EndToEnd.Processes;

namespace ValetKey.EndToEnd;

/// <summary>The articles' programs, as processes of their own.</summary>
public sealed class TheSamples(DemoServer demo)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RetrieveUser_prints_the_user_with_a_token_that_was_made_on_the_pages()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var token = await Dance.OAuth1Async(demo.Origin, http, Stop);
        await using var sample = RetrieveUser(token.Token, token.TokenSecret.Reveal(), "liz");
        Assert.Equal("liz: Liz Bennet", await sample.ReadLineAsync(Stop));
        Assert.Equal(0, await sample.WaitForExitAsync(Stop));
    }

    [Fact]
    public async Task RetrieveUser_says_why_it_was_refused()
    {
        await using var sample = RetrieveUser("1/no-such-token", "no secret", "liz");
        Assert.NotEqual(0, await sample.WaitForExitAsync(Stop));
        Assert.Contains("token_rejected", sample.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CalendarAndDocuments_lists_both_after_consent()
    {
        var (sample, origin) = await CalendarAndDocumentsAsync();
        await using var running = sample;
        using var liz = new Visitor(Demo.LizEmail, Demo.LizPassword);
        var answered = await liz.AnswerAsync(origin, Decision.Allow, Stop);
        var titles = await liz.ReadAsync(answered.SentTo!, Stop);
        Assert.Equal("Budget, Liz Bennet, Reading club, To Jane", string.Join(", ", titles.Split('\n').Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task CalendarAndDocuments_takes_no_for_an_answer()
    {
        var (sample, origin) = await CalendarAndDocumentsAsync();
        await using var running = sample;
        using var joe = new Visitor(Demo.JoeEmail, Demo.JoePassword);
        var answered = await joe.AnswerAsync(origin, Decision.Deny, Stop);
        Assert.Equal("You declined.", await joe.ReadAsync(answered.SentTo!, Stop));
    }

    private ChildProcess RetrieveUser(string token, string tokenSecret, string userName) => ChildProcess.Start(
        Repository.ProgramOf("samples/RetrieveUser", "RetrieveUser"), ["example.com", userName],
        Settings(("CONSUMER_KEY", Demo.ConsumerKey), ("CONSUMER_SECRET", Demo.ConsumerSecret), ("TOKEN", token), ("TOKEN_SECRET", tokenSecret)));

    private async Task<(ChildProcess Sample, Uri Origin)> CalendarAndDocumentsAsync()
    {
        var origin = new Uri($"http://127.0.0.1:{LoopbackPort.Free()}");
        var sample = ChildProcess.Start(
            Repository.ProgramOf("samples/CalendarAndDocuments", "CalendarAndDocuments"), ["--urls", origin.GetLeftPart(UriPartial.Authority)],
            Settings(("CLIENT_ID", Demo.WebClientId), ("CLIENT_SECRET", Demo.WebClientSecret), ("REDIRECT_URI", new Uri(origin, "/oauth2callback").AbsoluteUri),
                ("TOKEN_FOLDER", Repository.PathOf($"artifacts/sample-tokens/{origin.Port}"))));
        await sample.ReadUntilAsync("Application started", Stop);
        return (sample, origin);
    }

    private Dictionary<string, string?> Settings(params IEnumerable<(string Name, string Value)> settings) => settings
        .Append(("VALETKEY_GOOGLE", demo.Origin.GetLeftPart(UriPartial.Authority)))
        .Append(("NO_PROXY", "127.0.0.1"))
        .ToDictionary(setting => setting.Item1, setting => (string?)setting.Item2, StringComparer.Ordinal);
}
