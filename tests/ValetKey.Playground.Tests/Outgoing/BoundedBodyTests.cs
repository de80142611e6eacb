using System.Text;
using ValetKey.Playground.Outgoing;

namespace ValetKey.Playground.Tests.Outgoing;

public sealed class BoundedBodyTests
{
    [Fact]
    public async Task Is_cut_when_its_time_is_up_and_keeps_what_came()
    {
        using var timeIsUp = new CancellationTokenSource();
        await using var dripping = new DrippingStream("first drop", atTheSecondRead: timeIsUp);

        var body = await BoundedBody.ReadAsync(dripping, timeIsUp.Token, TestContext.Current.CancellationToken);

        Assert.Equal(("first drop", "Cut after 15 s."), (Encoding.UTF8.GetString(body.Bytes), body.Cut));
    }

    [Theory]
    [InlineData(BoundedBody.MaxBytes - 1, BoundedBody.MaxBytes - 1, null)]
    [InlineData(BoundedBody.MaxBytes, BoundedBody.MaxBytes, null)]
    [InlineData(BoundedBody.MaxBytes + 1, BoundedBody.MaxBytes, "Cut at 2 MiB.")]
    public async Task Is_cut_at_2_MiB_and_says_so_only_when_there_was_more(int sent, int kept, string? cut)
    {
        using var stream = new MemoryStream(new byte[sent]);

        var body = await BoundedBody.ReadAsync(stream, CancellationToken.None, TestContext.Current.CancellationToken);

        Assert.Equal((kept, cut), (body.Bytes.Length, body.Cut));
    }
}
