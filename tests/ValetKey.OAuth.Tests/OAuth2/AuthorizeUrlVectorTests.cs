using System.Text.Json;

namespace ValetKey.OAuth.Tests.OAuth2;

public sealed class AuthorizeUrlVectorTests
{
    private static readonly JsonElement File = Vectors.Load("authorize-urls.json");

    public static TheoryData<string> Urls => Vectors.Names(File.GetProperty("authorize"));

    public static TheoryData<string> Redirects => Vectors.Names(File.GetProperty("redirects"));

    public static TheoryData<string> Pairs => Vectors.Names(File.GetProperty("pkce"));

    public static TheoryData<string> NoVerifiers => Vectors.Names(File.GetProperty("pkceInvalid"));

    [Theory, MemberData(nameof(Urls))]
    public void Url_is_the_one_of_the_python_library(string name)
    {
        var json = File.GetProperty("authorize").Named(name);
        var (token, expected) = (json.GetProperty("token"), json.GetProperty("expected"));
        var arguments = json.Fields("arguments").ToDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal);
        string? Argument(string key) => arguments.Remove(key, out var value) ? value : null;

        var client = new OAuth2Client(
            token.Text("clientId")!,
            token.Text("clientSecret")!,
            Argument("redirect_uri") ?? OAuth2Client.OutOfBand,
            token.Text("scope")!.Split(' '),
            token.Text("authUri") is { } uri ? OAuth2Endpoints.Google with { Authorize = new Uri(uri) } : null);
        var url = client.AuthorizeUrl(
            new OAuth2Options
            {
                ResponseType = Argument("response_type") ?? "code",
                AccessType = Argument("access_type") ?? "offline",
                ApprovalPrompt = Argument("approval_prompt") ?? "auto",
                Prompt = Argument("prompt"),
                LoginHint = Argument("login_hint"),
                HostedDomain = Argument("hd"),
                IncludeGrantedScopes = Argument("include_granted_scopes") is { } included ? bool.Parse(included) : null,
                Nonce = Argument("nonce"),
                More = [.. arguments.Where(a => a.Key is not "state").Select(a => new Parameter(a.Key, a.Value))],
            },
            arguments.GetValueOrDefault("state"),
            codeVerifier: null);

        Assert.Equal(expected.Text("endpoint"), url.GetLeftPart(UriPartial.Path));
        Assert.Equal(
            expected.Fields("query").OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => (p.Name, p.Value)),
            FormEncoding.Decode(url.Query.TrimStart('?')).OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => (p.Name, p.Value)));
        Assert.Equal(expected.Text("fragment") ?? "", url.Fragment.TrimStart('#'));
    }

    [Theory, MemberData(nameof(Redirects))]
    public void Redirect_is_read_as_it_is_meant(string name)
    {
        var json = File.GetProperty("redirects").Named(name);
        var expected = json.GetProperty("expected");
        var result = RedirectResult.Read(json.Text("url")!, json.Text("expectedState"));
        switch (result)
        {
            case RedirectResult.Code code:
                Assert.Equal((expected.Text("code"), expected.Text("state") ?? code.State), (code.Value.Reveal(), code.State));
                break;
            case RedirectResult.Token token:
                Assert.Equal((expected.Text("accessToken"), expected.Text("tokenType"), expected.Text("state")), (token.AccessToken.Reveal(), token.TokenType, token.State));
                Assert.Equal(TimeSpan.FromSeconds(expected.GetProperty("expiresIn").GetInt32()), token.ExpiresIn);
                break;
            case RedirectResult.Declined declined:
                Assert.Equal(("access_denied", expected.Text("state")), (expected.Text("error"), declined.State));
                break;
            case RedirectResult.Failed failed:
                Assert.Equal(expected.Text("error") ?? expected.Text("failure"), failed.Error.Code);
                if (expected.Text("error") is not null)
                {
                    Assert.Equal((expected.Text("errorDescription"), expected.Text("errorUri")), (failed.Error.Description, failed.Error.Uri));
                }

                break;
        }
    }

    [Theory, MemberData(nameof(Pairs))]
    public void Challenge_belongs_to_its_verifier(string name)
    {
        var json = File.GetProperty("pkce").Named(name);
        var (verifier, challenge) = (json.Text("codeVerifier")!, json.Text("codeChallenge")!);
        Assert.Equal(challenge, Pkce.Challenge(verifier));
        Assert.True(Pkce.Matches(verifier, challenge));
        Assert.False(Pkce.Matches(verifier, challenge.ToUpperInvariant()));
    }

    [Theory, MemberData(nameof(NoVerifiers))]
    public void Text_outside_the_grammar_is_no_verifier(string name)
    {
        var text = File.GetProperty("pkceInvalid").Named(name).Text("codeVerifier")!;
        Assert.False(Pkce.IsVerifier(text));
        Assert.Throws<ArgumentException>(() => Pkce.Challenge(text));
    }

    [Fact]
    public void Fresh_verifiers_are_by_the_grammar_and_differ()
    {
        Assert.True(Pkce.IsVerifier(Pkce.NewVerifier().Reveal()));
        Assert.NotEqual(Pkce.NewVerifier(), Pkce.NewVerifier());
    }
}
