using System.Net.Http.Headers;
using System.Text;

namespace ValetKey.OAuth;

/// <summary>A form posted by a client that shows who it is (RFC 6749 §2.3.1).</summary>
internal static class ClientRequest
{
    public static HttpRequestMessage Of(OAuth2Client client, Uri endpoint, List<Parameter> form)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint);
        request.Headers.Accept.Add(new("application/json"));
        if (client is { Authentication: ClientAuthentication.Basic, ClientSecret: { } secret })
        {
            var pair = $"{FormEncoding.Field(client.ClientId)}:{FormEncoding.Field(secret.Reveal())}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(pair)));
        }
        else
        {
            form.Add(new("client_id", client.ClientId));
            if (client.ClientSecret is not null)
            {
                form.Add(new("client_secret", client.ClientSecret.Reveal()));
            }
        }

        request.Content = FormContent.Of(form);
        return request;
    }
}
