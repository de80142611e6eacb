using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ValetKey.GData.Protocol;

namespace ValetKey.Server.GDataWire;

/// <summary>Makes entity tags of what a state depends on: ids, versions, and who looks.</summary>
internal static class EntityTags
{
    private const int Bytes = 15;

    /// <summary>The tag of an entry.</summary>
    public static ETag Strong(params ReadOnlySpan<object?> parts) => ETag.Strong(Digest(parts));

    /// <summary>The tag of a feed.</summary>
    public static ETag Weak(params ReadOnlySpan<object?> parts) => ETag.Weak(Digest(parts));

    private static string Digest(ReadOnlySpan<object?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{part}\n");
        }

        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, Bytes));
    }
}
