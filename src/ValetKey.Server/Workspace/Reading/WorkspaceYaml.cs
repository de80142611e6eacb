using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ValetKey.Server.Workspace.Reading;

/// <summary>Reads YAML, and JSON as the part of YAML that it is, into nodes with lines. Bounded in depth and in number of values, aliases counted as often as they stand.</summary>
internal sealed class WorkspaceYaml
{
    private const int DeepestNesting = 64;
    private const int MostValues = 1_000_000;

    private readonly Parser parser;
    private readonly Dictionary<AnchorName, (WorkspaceNode Node, int Values)> anchors = [];
    private int values;

    private WorkspaceYaml(TextReader text) => parser = new Parser(text);

    /// <returns>The one document of the file; an empty file is an empty map.</returns>
    /// <exception cref="WorkspaceException">It is no YAML, or it is over a limit; the message names the line.</exception>
    public static WorkspaceNode Read(string file, string text)
    {
        try
        {
            return new WorkspaceYaml(new StringReader(text)).Document();
        }
        catch (YamlException wrong)
        {
            throw new WorkspaceException(file, [Problem(wrong, text)]);
        }
    }

    /// <summary>The parser names the line where it began to look; for a tab, which is hard to see, the line that has it.</summary>
    private static WorkspaceProblem Problem(YamlException wrong, string text)
    {
        var tab = wrong.Message.Contains("tab", StringComparison.Ordinal)
            ? Array.FindIndex(text.Split('\n'), line => line.AsSpan(0, line.Length - line.AsSpan().TrimStart().Length).Contains('\t'))
            : -1;
        return tab < 0
            ? new WorkspaceProblem(new Place((int)wrong.End.Line, ""), "is no YAML here: " + wrong.Message.TrimEnd('.'), "Look at indentation, quotes and brackets around this line.")
            : new WorkspaceProblem(new Place(tab + 1, ""), "is indented with a tab here", "Indent with blanks.");
    }

    private WorkspaceNode Document()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
        {
            return new MapNode(1, []);
        }

        parser.Consume<DocumentStart>();
        var root = Node(0);
        parser.Consume<DocumentEnd>();
        return parser.Accept<DocumentStart>(out var second) ? throw new YamlException(second.Start, second.End, "a second document begins; a workspace is one.") : root;
    }

    private WorkspaceNode Node(int depth)
    {
        var next = parser.Current!;
        if (depth > DeepestNesting)
        {
            throw new YamlException(next.Start, next.End, $"values are nested more than {DeepestNesting} deep.");
        }

        Count(1, next);
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            var (target, size) = anchors.TryGetValue(alias.Value, out var known) ? known : throw new YamlException(alias.Start, alias.End, $"the alias *{alias.Value} is used before its anchor ends.");
            Count(size, alias);
            return target;
        }

        var before = values;
        WorkspaceNode node = next switch
        {
            Scalar => ReadScalar(),
            SequenceStart => ReadList(depth),
            MappingStart => ReadMap(depth),
            _ => throw new YamlException(next.Start, next.End, "a value is missing."),
        };
        if (next is NodeEvent { Anchor: { IsEmpty: false } anchor })
        {
            anchors[anchor] = (node, values - before);
        }

        return node;
    }

    private ScalarNode ReadScalar()
    {
        var scalar = parser.Consume<Scalar>();
        return new ScalarNode((int)scalar.Start.Line, scalar.Value, scalar.Style != ScalarStyle.Plain);
    }

    private ListNode ReadList(int depth)
    {
        var start = parser.Consume<SequenceStart>();
        var items = new List<WorkspaceNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Node(depth + 1));
        }

        return new ListNode((int)start.Start.Line, items);
    }

    private MapNode ReadMap(int depth)
    {
        var start = parser.Consume<MappingStart>();
        var entries = new List<(ScalarNode Key, WorkspaceNode Value)>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var next = parser.Current!;
            var key = Node(depth + 1) as ScalarNode ?? throw new YamlException(next.Start, next.End, "a key must be a single word.");
            entries.Add((key, Node(depth + 1)));
        }

        return new MapNode((int)start.Start.Line, entries);
    }

    private void Count(int more, ParsingEvent at)
    {
        values += more;
        if (values > MostValues)
        {
            throw new YamlException(at.Start, at.End, $"the file holds more than {MostValues} values.");
        }
    }
}
