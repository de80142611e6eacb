using System.Globalization;
using ValetKey.GData.Atom;
using ValetKey.OAuth;

namespace ValetKey.GData.Protocol;

/// <summary>A <see cref="GDataQuery"/> as text: each parameter's name and form once, for both directions.</summary>
internal static class GDataQueryText
{
    public static IEnumerable<Parameter> Parameters(GDataQuery query)
    {
        (string Name, string? Value)[] parameters =
        [
            ("q", query.Text), ("author", query.Author), ("alt", query.Alt?.Name),
            ("max-results", Text(query.MaxResults)), ("start-index", Text(query.StartIndex)),
            ("updated-min", Text(query.UpdatedMin)), ("updated-max", Text(query.UpdatedMax)),
            ("published-min", Text(query.PublishedMin)), ("published-max", Text(query.PublishedMax)),
            ("orderby", query.OrderBy), ("sortorder", query.SortOrder), ("fields", query.Fields),
            ("prettyprint", Text(query.PrettyPrint)), ("strict", Text(query.Strict)), ("v", query.Version),
        ];
        return parameters.Where(p => p.Value is not null).Select(p => new Parameter(p.Name, p.Value!)).Concat(query.Further);
    }

    public static GDataError? Parse(string? query, out GDataQuery result)
    {
        result = new();
        IReadOnlyList<Parameter> parameters;
        try
        {
            parameters = FormEncoding.Decode((query ?? "").TrimStart('?'));
        }
        catch (FormatException e)
        {
            return new(400, "InvalidQuery", e.Message);
        }

        var asked = new GDataQuery();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var further = new AtomListBuilder<Parameter>();
        foreach (var parameter in parameters)
        {
            if (Take(asked, parameter) is not { } next)
            {
                further.Add(parameter);
            }
            else if (next.Error is { } error)
            {
                return error;
            }
            else if (!seen.Add(parameter.Name))
            {
                return GDataError.InvalidParameter(parameter.Name, $"The parameter {parameter.Name} stands twice in the query.");
            }
            else
            {
                asked = next.Query;
            }
        }

        result = asked with { Further = further.ToList() };
        return null;
    }

    /// <summary>Whether a parameter says who asks and how, not what for.</summary>
    public static bool IsForTheTransport(string name) =>
        name.StartsWith("oauth_", StringComparison.Ordinal) || name is "xoauth_requestor_id" or "gsessionid" or "access_token" or "key" or "callback";

    private static Taken? Take(GDataQuery query, Parameter parameter) => parameter.Name switch
    {
        "q" => query with { Text = parameter.Value },
        "author" => query with { Author = parameter.Value },
        "alt" => Alt.TryParse(parameter.Value, null, out var alt) ? query with { Alt = alt }
            : Refuse(parameter, $"use one of {string.Join(", ", Alt.All)}"),
        "max-results" => Number(parameter, 0, out var number) ? query with { MaxResults = number } : Refuse(parameter, "use a whole number from 0"),
        "start-index" => Number(parameter, 1, out var number) ? query with { StartIndex = number } : Refuse(parameter, "use a whole number from 1"),
        "updated-min" => Time(parameter, out var time) ? query with { UpdatedMin = time } : RefuseTime(parameter),
        "updated-max" => Time(parameter, out var time) ? query with { UpdatedMax = time } : RefuseTime(parameter),
        "published-min" => Time(parameter, out var time) ? query with { PublishedMin = time } : RefuseTime(parameter),
        "published-max" => Time(parameter, out var time) ? query with { PublishedMax = time } : RefuseTime(parameter),
        "orderby" => query with { OrderBy = parameter.Value },
        "sortorder" => query with { SortOrder = parameter.Value },
        "fields" => query with { Fields = parameter.Value },
        "prettyprint" => bool.TryParse(parameter.Value, out var flag) ? query with { PrettyPrint = flag } : Refuse(parameter, "use true or false"),
        "strict" => bool.TryParse(parameter.Value.Length == 0 ? "true" : parameter.Value, out var flag) ? query with { Strict = flag } : Refuse(parameter, "use true or false"),
        "v" => query with { Version = parameter.Value },
        _ => default(Taken?),
    };

    private static Taken Refuse(Parameter parameter, string mend) => new(new(),
        GDataError.InvalidParameter(parameter.Name, $"'{AtomReading.Short(parameter.Value)}' is no value of {parameter.Name}; {mend}."));

    private static Taken RefuseTime(Parameter parameter) => Refuse(parameter, "write a time as 2011-06-01T09:30:00Z");

    private static bool Number(Parameter parameter, int least, out int number) =>
        int.TryParse(parameter.Value, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least;

    // More forgiving than a document: a date alone, no offset (both UTC), and a plus that was not escaped and arrived as a space.
    private static bool Time(Parameter parameter, out DateTimeOffset time)
    {
        var text = parameter.Value.Trim();
        if (text.Length > 20 && text[^6] == ' ')
        {
            text = $"{text.AsSpan(0, text.Length - 6)}+{text.AsSpan(text.Length - 5)}";
        }

        return AtomTime.TryParse(text, out time) || AtomTime.TryParse($"{text}Z", out time) || AtomTime.TryParse($"{text}T00:00:00Z", out time);
    }

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(bool? flag) => flag switch { true => "true", false => "false", null => null };

    private static string? Text(DateTimeOffset? time) => time is { } value ? AtomTime.Format(value) : null;

    private readonly record struct Taken(GDataQuery Query, GDataError? Error)
    {
        public static implicit operator Taken(GDataQuery query) => new(query, null);
    }
}
