using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;

namespace ValetKey.Server.GDataWire;

/// <summary>A small XML document as the body of an answer, with its length.</summary>
internal static class XmlBody
{
    public static XmlWriterSettings Settings { get; } = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize, CloseOutput = false,
    };

    public static async Task Write(HttpResponse response, string contentType, Action<XmlWriter> write, CancellationToken stop)
    {
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, Settings))
        {
            write(writer);
        }

        response.ContentType = contentType;
        response.ContentLength = buffer.Length;
        await response.Body.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), stop);
    }
}
