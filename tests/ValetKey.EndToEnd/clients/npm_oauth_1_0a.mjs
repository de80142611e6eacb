// The three-legged dance of OAuth 1.0a with npm's oauth-1.0a: prints the address that a person must open, reads the address that the person
// was sent back to, then reads a user and prints what came.
import OAuth from 'oauth-1.0a'
import { createHmac } from 'node:crypto'
import { createInterface } from 'node:readline/promises'

const { ORIGIN, CONSUMER_KEY, CONSUMER_SECRET, SCOPE, CALLBACK, SIGNATURE_METHOD } = process.env
const hash = SIGNATURE_METHOD.replace('HMAC-', '').toLowerCase()
const client = new OAuth({
    consumer: { key: CONSUMER_KEY, secret: CONSUMER_SECRET },
    signature_method: SIGNATURE_METHOD,
    hash_function: (text, key) => createHmac(hash, key).update(text).digest('base64'),
})

async function call(method, url, data, token, headers = {}) {
    const signed = client.toHeader(client.authorize({ url, method, data }, token))
    const form = Object.fromEntries(Object.entries(data).filter(([name]) => !name.startsWith('oauth_')))
    const answer = await fetch(url, { method, headers: { ...headers, ...signed }, body: method === 'GET' ? undefined : new URLSearchParams(form) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${answer.status} from ${url}: ${text}`)
    return { answer, text }
}

const tokenIn = ({ text }) => { const form = new URLSearchParams(text); return { key: form.get('oauth_token'), secret: form.get('oauth_token_secret') } }

const temporary = tokenIn(await call('POST', `${ORIGIN}/accounts/OAuthGetRequestToken`, { scope: SCOPE, oauth_callback: CALLBACK }))
console.log(`${ORIGIN}/accounts/OAuthAuthorizeToken?${new URLSearchParams({ oauth_token: temporary.key })}`)

const input = createInterface({ input: process.stdin })
const came = new URL(await new Promise(resolve => input.once('line', resolve)))
input.close()
const granted = tokenIn(await call('POST', `${ORIGIN}/accounts/OAuthGetAccessToken`, { oauth_verifier: came.searchParams.get('oauth_verifier') }, temporary))
const { answer, text } = await call('GET', `${ORIGIN}/a/feeds/example.com/user/2.0/liz`, {}, granted, { 'GData-Version': '2.0' })
console.log(`${answer.status} ${answer.headers.get('content-type')}`)
console.log(text)
