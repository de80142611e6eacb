using Microsoft.AspNetCore.Http;

namespace ValetKey.Playground.Steps;

/// <summary>The page's one form as it was posted: every button sends all of it, so that nothing typed is lost.</summary>
internal sealed class PostedForm(IFormCollection form)
{
    /// <returns>Null when the form has no such field.</returns>
    /// <exception cref="BadHttpRequestException">The field is longer than <paramref name="maxLength"/>.</exception>
    public string? Text(string name, int maxLength)
    {
        var value = form[name];
        return value.Count == 0 ? null : Bounded(name, value[0] ?? "", maxLength);
    }

    /// <summary>A field of one line, without the blanks that pasting brings along.</summary>
    /// <exception cref="BadHttpRequestException">It is too long, or holds a line break or another control character.</exception>
    public string? Line(string name, int maxLength = 4000) => Text(name, maxLength)?.Trim() is not { } line ? null
        : !line.Any(char.IsControl) ? line
        : throw new BadHttpRequestException($"{name} holds a line break or another control character.");

    public IReadOnlyList<string> Texts(string name, int maxCount, int maxLength)
    {
        var values = form[name];
        return values.Count <= maxCount ? [.. values.Select(v => Bounded(name, v ?? "", maxLength))]
            : throw new BadHttpRequestException($"The form has more than {maxCount} values of {name}.", StatusCodes.Status413PayloadTooLarge);
    }

    private static string Bounded(string name, string value, int maxLength) => value.Length <= maxLength ? value
        : throw new BadHttpRequestException($"{name} is longer than {maxLength} characters.", StatusCodes.Status413PayloadTooLarge);
}
