using Microsoft.Playwright;
using ValetKey.EndToEnd.Browsing;
using ValetKey.EndToEnd.Processes;
using static Microsoft.Playwright.Assertions;

namespace ValetKey.EndToEnd;

/// <summary>The signature doctor's page in a real Chromium.</summary>
public sealed class DoctorInTheBrowser(DemoServer demo, Browser browser)
{
    [Theory, MemberData(nameof(Look.Names), MemberType = typeof(Look))]
    public async Task It_names_the_mistake_and_shows_where_the_base_strings_part(string look)
    {
        await using var window = await browser.OpenAsync(Look.Called(look));
        await window.GoAsync(new Uri(demo.Origin, "/playground/").AbsoluteUri);
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Doctor" }).ClickAsync();
        await window.KeepPictureAsync("playground-doctor-empty");
        await window.IsInOrderAsync();

        await PressAsync(window, "Try an example");
        await Expect(window.Page.Locator("#diagnosis")).ToContainTextAsync("The form body was not signed");
        await Expect(window.Page.Locator("#diagnosis mark").First).ToHaveTextAsync("%26status%3DTea%2520%2526%2520cake");
        await window.KeepPictureAsync("playground-doctor-example");
        await window.IsInOrderAsync();

        await window.Page.FillAsync("#request", "curl 'https://api.example.com/");
        await PressAsync(window, "Examine");
        await Expect(window.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("A quote is not closed");
        await window.KeepPictureAsync("playground-doctor-unreadable");
        await window.IsInOrderAsync();
        window.HasReachedOnly(demo.Origin);
    }

    [Fact]
    public async Task It_does_without_scripts()
    {
        await using var window = await browser.OpenAsync(Look.Light, scripts: false);
        await window.GoAsync(new Uri(demo.Origin, "/playground/doctor").AbsoluteUri);
        await PressAsync(window, "Try an example");
        await window.Page.FillAsync("[name=doctor_consumer_secret]", "another");
        await PressAsync(window, "Examine");
        await Expect(window.Page.Locator("#diagnosis")).ToContainTextAsync("Another secret was used");
    }

    private static async Task PressAsync(Window window, string name) => await window.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
