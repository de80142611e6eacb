using ValetKey.Playground.Doctor;
using ValetKey.Playground.Exchanges;
using ValetKey.Playground.OAuth1;
using ValetKey.Playground.OAuth2;

namespace ValetKey.Playground.Sessions;

/// <summary>What one person has typed and received, in all tabs. A class, so that printing it shows no secret.</summary>
internal sealed class PlaygroundSession
{
    public OAuth1State OAuth1 { get; set; } = new();

    public OAuth2State OAuth2 { get; set; } = new();

    public DoctorState Doctor { get; set; } = new();

    public RequestBudget Budget { get; set; } = new();

    /// <summary>Hides every secret of this session.</summary>
    public SecretMask Mask() => new([.. OAuth1.Secrets, .. OAuth2.Secrets], [OAuth1.ConsumerKey, OAuth2.ClientId]);
}
