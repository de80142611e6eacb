using System.Globalization;
using ValetKey.OAuth;

namespace ValetKey.Server.Workspace.Reading;

/// <summary>One object of the file, read key by key. What was asked for is known; what is left at the end is an error with the nearest known name.</summary>
internal sealed class WorkspaceMap
{
    private readonly Dictionary<string, WorkspaceNode> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly WorkspaceReport report;
    private readonly string path;
    private readonly int line;

    private WorkspaceMap(MapNode node, string path, WorkspaceReport report)
    {
        (this.path, this.report, line) = (path, report, node.Line);
        foreach (var (key, value) in node.Entries)
        {
            if (!values.TryAdd(key.Text, value))
            {
                report.Add(new Place(key.Line, Below(key.Text)), "stands here for the second time", "Keep one of the two.");
            }
        }
    }

    public Place Place => new(line, path);

    /// <summary>Reads the file's root, and complains about what nobody asked for.</summary>
    public static T Read<T>(WorkspaceNode root, WorkspaceReport report, Func<WorkspaceMap, T> read)
    {
        var map = new WorkspaceMap(root as MapNode ?? WrongShape(root, "", report), "", report);
        var result = read(map);
        map.Close();
        return result;
    }

    /// <summary>Where a key's value stands; the object itself when it is not there.</summary>
    public Place PlaceOf(string key) => values.TryGetValue(key, out var value) ? new Place(value.Line, Below(key)) : new Place(line, Below(key));

    public bool Has(string key) => Find(key) is not null;

    /// <returns>Null when it is not there, or said to be null.</returns>
    public string? Text(string key) => Find(key) switch
    {
        null => null,
        ScalarNode scalar => scalar.Text,
        var other => Wrong<string>(key, $"is {other.Shape}, not text", "Write one value."),
    };

    /// <returns>Empty, and a problem, when it is not there.</returns>
    public string RequiredText(string key)
    {
        if (Text(key) is { Length: > 0 } text)
        {
            return text;
        }

        if (Find(key) is null or ScalarNode)
        {
            report.Add(PlaceOf(key), "is missing", $"Add {key}.");
        }

        return "";
    }

    public Secret? Secret(string key) => Text(key) is { } text ? new Secret(text) : null;

    public bool? Flag(string key) => Text(key) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        _ => Wrong<bool?>(key, "is neither true nor false", "Write true or false."),
    };

    public int? Number(string key) => Text(key) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => Wrong<int?>(key, "is no whole number", "Write digits alone."),
    };

    /// <summary>A list of texts; one text is a list of one.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        var node = Find(key);
        return node is ScalarNode one ? [one.Text] : [.. Items(key, node).Select((item, i) => item is ScalarNode { IsNull: false } scalar
            ? scalar.Text
            : WrongItem(item, key, i, "text")).OfType<string>()];
    }

    /// <summary>One object below this one.</summary>
    /// <returns>Default when it is not there, or no object.</returns>
    public T? One<T>(string key, Func<WorkspaceMap, T> read)
    {
        if (Find(key) is not { } value)
        {
            return default;
        }

        if (value is not MapNode node)
        {
            return Wrong<T>(key, $"is {value.Shape}, not keys with values", "Write it as key: value lines.");
        }

        var map = new WorkspaceMap(node, Below(key), report);
        var result = read(map);
        map.Close();
        return result;
    }

    /// <summary>A list of objects, each read by <paramref name="read"/> to its last key.</summary>
    public IReadOnlyList<T> Each<T>(string key, Func<WorkspaceMap, T> read)
    {
        var result = new List<T>();
        foreach (var (item, i) in Items(key, Find(key)).Select((item, i) => (item, i)))
        {
            var place = $"{Below(key)}[{i.ToString(CultureInfo.InvariantCulture)}]";
            if (item is not MapNode node)
            {
                WrongShape(item, place, report);
                continue;
            }

            var map = new WorkspaceMap(node, place, report);
            result.Add(read(map));
            map.Close();
        }

        return result;
    }

    /// <summary>Keys of the schema that this version reads past; those that the file has are reported.</summary>
    public void NotServed(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Has(key))
            {
                report.AddNotServed(PlaceOf(key));
            }
        }
    }

    /// <summary>Reports this whole object as not served, and knows all of its keys.</summary>
    public void NotServedAtAll()
    {
        report.AddNotServed(Place);
        Ignore();
    }

    /// <summary>Knows all keys: what they mean cannot be told.</summary>
    public void Ignore() => known.UnionWith(values.Keys);

    public void Complain(string key, string what, string mend) => report.Add(PlaceOf(key), what, mend);

    private void Close()
    {
        foreach (var key in values.Keys.Where(key => !known.Contains(key)))
        {
            report.Add(PlaceOf(key), "is no key of a workspace here", NearestName.Of(key, known) is { } near
                ? $"Did you mean {near}?"
                : $"Known here: {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        }
    }

    private string Below(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private WorkspaceNode? Find(string key)
    {
        known.Add(key);
        return values.TryGetValue(key, out var value) && value is not ScalarNode { IsNull: true } ? value : null;
    }

    private IReadOnlyList<WorkspaceNode> Items(string key, WorkspaceNode? node) => node switch
    {
        null => [],
        ListNode list => list.Items,
        _ => Wrong<IReadOnlyList<WorkspaceNode>>(key, $"is {node.Shape}, not a list", "Begin each item with a dash, or put brackets around them.") ?? [],
    };

    private T? Wrong<T>(string key, string what, string mend)
    {
        Complain(key, what, mend);
        return default;
    }

    private string? WrongItem(WorkspaceNode item, string key, int index, string wanted)
    {
        report.Add(new Place(item.Line, $"{Below(key)}[{index.ToString(CultureInfo.InvariantCulture)}]"), $"is {item.Shape}, not {wanted}", "Write one value.");
        return null;
    }

    private static MapNode WrongShape(WorkspaceNode node, string path, WorkspaceReport report)
    {
        report.Add(new Place(node.Line, path), $"is {node.Shape}, not keys with values", "Write it as key: value lines.");
        return new MapNode(node.Line, []);
    }
}
