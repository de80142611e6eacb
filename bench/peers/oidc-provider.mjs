// oidc-provider with its memory adapter and one client, on the port of the first argument.
import Provider from 'oidc-provider'

const port = Number(process.argv[2])
const provider = new Provider(`http://127.0.0.1:${port}`, {
    clients: [{ client_id: 'demo', client_secret: 'demo-secret', grant_types: ['client_credentials'], redirect_uris: [], response_types: [] }],
    features: { clientCredentials: { enabled: true } },
})
provider.listen(port, '127.0.0.1')
