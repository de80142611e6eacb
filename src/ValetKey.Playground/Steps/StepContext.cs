using ValetKey.OAuth;
using ValetKey.Playground.Exchanges;
using ValetKey.Playground.Outgoing;
using ValetKey.Playground.Sessions;

namespace ValetKey.Playground.Steps;

/// <summary>What a step works with.</summary>
internal sealed class StepContext<TTab>(StepName at, Tab<TTab> tab, PlaygroundSession session, PostedForm form, Origin own, HttpMessageInvoker wire, PlaygroundOptions options, TimeProvider time)
    where TTab : TabState
{
    public TTab Tab { get; } = tab.Of(session);

    /// <summary>The other tabs too.</summary>
    public PlaygroundSession Session { get; } = session;

    public PostedForm Form { get; } = form;

    /// <summary>This server, in the spelling in which the page was opened.</summary>
    public Origin Own { get; } = own;

    public PlaygroundOptions Options { get; } = options;

    public TimeProvider Time { get; } = time;

    /// <summary>A client whose requests are judged, counted and shown.</summary>
    /// <param name="signer">Takes signatures apart; null where none are made.</param>
    public HttpClient Client(OAuth1Credentials? signer = null) => new(new RecordingHandler(wire, Own, Tab.Log, Session.Budget, Session.Mask(), Time)
    {
        Signer = signer,
        FirstPart = signer is null || at == StepName.Use ? ExchangePart.Answer : ExchangePart.Signature,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,             // the handler has its own limit, and tells what it means
    };

    /// <summary>Fills the request builder with the first operation that the new token opens, if nothing stands there yet.</summary>
    public void Suggest()
    {
        if (Tab.Draft.Url.Length == 0 && KnownOperations.OpenedBy(Tab.GrantedScopes) is [var first, ..])
        {
            first.FillIn(Tab.Draft, Own.ToString(), Options);
        }
    }

    /// <summary>Forgets everything of this tab; the requests of the last minute still count.</summary>
    public void StartOver() => tab.StartOver(Session);

    public void Say(string text, string? mend = null) => Tab.Notice = new(at, IsAlarm: false, text, mend);

    public void Warn(string text, string? mend = null) => Tab.Notice = new(at, IsAlarm: true, text, mend);
}
