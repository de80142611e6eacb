// npm oauth-1.0a beside node's own HMAC over the same base string: node oauth-1.0a.mjs MODULES SECONDS
import { createHmac } from 'node:crypto'
import { createRequire } from 'node:module'

const [modules, seconds] = [process.argv[2], Number(process.argv[3])]
const OAuth = createRequire(`${modules}/`)('oauth-1.0a')
const url = 'http://api.example.com/feeds/default/private/full?max-results=25&orderby=starttime&q=hello%20world&start-min=2026-11-24T00%3A00%3A00Z&alt=json&v=2'
const key = 'kd94hf93k423kf44&pfkkdhi9sl3r4s00'
let base
const hash = text => createHmac('sha1', key).update(text).digest('base64')
const oauth = OAuth({ consumer: { key: 'consumer.example.com', secret: 'kd94hf93k423kf44' }, signature_method: 'HMAC-SHA1', hash_function: text => hash(base = text) })
const token = { key: '1/AbC-dEfGhIjKlMnOpQrStUvWxYz', secret: 'pfkkdhi9sl3r4s00' }
const sign = () => oauth.toHeader(oauth.authorize({ url, method: 'GET' }, token)).Authorization

function perSecond(action, time) {
    const began = process.hrtime.bigint()
    let count = 0
    for (; Number(process.hrtime.bigint() - began) < time * 1e9; count += 64) for (let i = 0; i < 64; i++) action()
    return count / (Number(process.hrtime.bigint() - began) / 1e9)
}

perSecond(sign, seconds)
perSecond(() => hash(base), seconds)
console.log(JSON.stringify({ sign: perSecond(sign, seconds), limit: perSecond(() => hash(base), seconds) }))
