// The three-legged dance of OAuth 1.0a with npm's oauth: prints the address that a person must open, reads the address that the person was
// sent back to, then reads a user and prints what came.
import { OAuth } from 'oauth'
import { createInterface } from 'node:readline/promises'

const { ORIGIN, CONSUMER_KEY, CONSUMER_SECRET, SCOPE, CALLBACK, SIGNATURE_METHOD } = process.env
const client = new OAuth(
    `${ORIGIN}/accounts/OAuthGetRequestToken?${new URLSearchParams({ scope: SCOPE })}`, `${ORIGIN}/accounts/OAuthGetAccessToken`,
    CONSUMER_KEY, CONSUMER_SECRET, '1.0', CALLBACK, SIGNATURE_METHOD, undefined, { Accept: '*/*', Connection: 'close', 'GData-Version': '2.0' })
const called = (method, ...values) => new Promise((resolve, reject) =>
    client[method](...values, (error, ...results) => error ? reject(new Error(JSON.stringify(error))) : resolve(results)))

const [token, secret] = await called('getOAuthRequestToken')
console.log(`${ORIGIN}/accounts/OAuthAuthorizeToken?${new URLSearchParams({ oauth_token: token })}`)

const input = createInterface({ input: process.stdin })
const came = new URL(await new Promise(resolve => input.once('line', resolve)))
input.close()
const [access, accessSecret] = await called('getOAuthAccessToken', token, secret, came.searchParams.get('oauth_verifier'))
const [user, response] = await called('get', `${ORIGIN}/a/feeds/example.com/user/2.0/liz`, access, accessSecret)
console.log(`${response.statusCode} ${response.headers['content-type']}`)
console.log(user)
