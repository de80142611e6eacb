using ValetKey.Cli.Output;
using ValetKey.Cli.Parsing;
using ValetKey.OAuth;

namespace ValetKey.Cli.Tokens;

/// <summary>Kept tokens, printed without their secrets.</summary>
internal static class TokenOutput
{
    /// <summary>One token, with a sentence for people before it.</summary>
    public static void Write(Invocation invocation, KeptToken kept, string? sentence = null)
    {
        var view = TokenView.Of(kept);
        if (invocation.Arguments.Has(JsonOutput.Option))
        {
            JsonOutput.Write(invocation.Shell.Out, view, JsonOutput.Types.TokenView);
            return;
        }

        if (sentence is not null)
        {
            invocation.Shell.Out.WriteLine(sentence);
        }

        Field("name", view.Name);
        Field("kind", view.Kind);
        Field("owner", view.Owner);
        Field("provider", view.Provider ?? "google");
        Field("signs by", view.SignatureMethod);
        Field("scopes", view.Scopes.Count == 0 ? "not known" : string.Join(' ', view.Scopes));
        Field("ends", EndOf(view));

        void Field(string name, string? value)
        {
            if (value is not null)
            {
                invocation.Shell.Out.WriteLine($"  {name,-9} {value}");
            }
        }
    }

    /// <summary>All of them, a row each.</summary>
    public static void Write(Invocation invocation, IReadOnlyList<KeptToken> kept)
    {
        IReadOnlyList<TokenView> views = [.. kept.Select(TokenView.Of)];
        if (invocation.Arguments.Has(JsonOutput.Option))
        {
            JsonOutput.Write(invocation.Shell.Out, views, JsonOutput.Types.IReadOnlyListTokenView);
        }
        else if (views.Count == 0)
        {
            invocation.Shell.Error.WriteLine("No token is kept yet. Get one with valetkey login oauth1, or bring some with valetkey token import.");
        }
        else
        {
            Table.Write(invocation.Shell, ["NAME", "KIND", "OWNER", "PROVIDER", "ENDS", "SCOPES"],
                [.. views.Select(v => (IReadOnlyList<string>)[v.Name ?? "-", v.Kind, v.Owner ?? "-", v.Provider ?? "google", EndOf(v) ?? "-", v.Scopes.Count == 0 ? "-" : string.Join(' ', v.Scopes)])]);
        }
    }

    private static string? EndOf(TokenView view) => view.ExpiresAt is { } end
        ? end.ToUniversalTime().ToString("yyyy-MM-dd HH:mm'Z'", System.Globalization.CultureInfo.InvariantCulture) + (view.CanRenew ? ", renewed" : "")
        : view.Kind == "oauth1" ? "never" : null;
}
