using ValetKey.EndToEnd.Processes;

namespace ValetKey.EndToEnd;

/// <summary>What a person reads who has just started the server.</summary>
public sealed class TheGreeting(DemoServer demo)
{
    [Fact]
    public void Names_the_playground_and_the_demo_credentials()
    {
        Assert.Contains(new Uri(demo.Origin, "/playground/").AbsoluteUri, demo.Output, StringComparison.Ordinal);
        Assert.All(
            [Demo.LizEmail, Demo.LizPassword, Demo.AdminEmail, Demo.AdminPassword, Demo.ConsumerKey, Demo.ConsumerSecret, Demo.WebClientId, Demo.WebClientSecret],
            word => Assert.Contains(word, demo.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void Has_no_line_wider_than_a_terminal() => Assert.All(demo.Output.Split('\n'), line => Assert.True(line.Length <= 120, line));
}
