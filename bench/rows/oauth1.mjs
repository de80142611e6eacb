// OAuth 1.0 on one core: sign and verify one GET (6 query and 6 protocol parameters, HMAC-SHA1), beside the bare keyed hash of its base string and other libraries.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { inRepository } from '../places.mjs'
import { publish } from '../publish.mjs'
import { row } from '../table.mjs'

const rounds = 5, seconds = 0.3
const core = `${availableParallelism() - 1}`        // the last one: interrupts and the shell mostly sit on the first

// .NET compiles for good at the first call: on one busy core its second look may never come. What profile guidance adds is not counted.
const compiledAtOnce = { DOTNET_TieredCompilation: '0', DOTNET_ReadyToRun: '0' }

export async function measure(say) {
    const program = publish('bench/oauth1', 'oauth1-bench', say)
    const peers = await availablePeers(say)
    const ours = {}, others = {}
    const bytes = []
    for (let round = 1; round <= rounds; round++) {
        say(`Round ${round} of ${rounds} ...`)
        const dotnet = run(program, `${seconds}`)
        for (const [name, values] of Object.entries(dotnet.operations)) (ours[name] ??= []).push(middle(values))
        bytes.push(dotnet.bytes)
        for (const [name, command] of Object.entries(peers)) (others[name] ??= []).push(run(...command))
    }

    const inThousands = values => values.map(value => value / 1000)
    const peerSpeeds = Object.fromEntries(Object.entries(others).map(([name, measured]) => [name, inThousands(measured.map(m => m.sign))]))
    const peerRatios = Object.fromEntries(Object.entries(others).map(([name, measured]) => [name, measured.map(m => m.sign / m.limit)]))
    const limit = inThousands(ours.limit)
    const fromLimit = name => ours[name].map((value, at) => value / ours.limit[at])
    const one = ours.limit.map(() => 1)
    return {
        about: `one core, ${rounds} interleaved rounds, each the median of 7 times ${seconds} s after warm-up; limit: HMACSHA1.HashData over the ready base string, other languages beside their own HMAC`,
        rows: [
            row('sign', 'k/s', inThousands(ours.sign), limit, { ...peerSpeeds, RestSharp: inThousands(ours.RestSharp) }, { atLeast: middle(limit) * 0.75 }),
            row('sign, of the limit', 'ratio', fromLimit('sign'), one, { ...peerRatios, RestSharp: fromLimit('RestSharp') }, { atLeast: 0.75 }),
            row('sign, memory', 'B', bytes.map(b => b.sign), one, { RestSharp: bytes.map(b => b.RestSharp) }, { below: 640 }),
            row('sign an HttpRequestMessage', 'k/s', inThousands(ours['sign a request message']), limit, { RestSharp: inThousands(ours.RestSharp) }, { atLeast: 10 * middle(inThousands(ours.RestSharp)) }),
            row('verify the signature', 'k/s', inThousands(ours.verify), limit, {}, { atLeast: middle(limit) * 0.75 }),
            row('verify the signature, of the limit', 'ratio', fromLimit('verify'), one, {}, { atLeast: 0.75 }),
            row('verify the signature, memory', 'B', bytes.map(b => b.verify), one, {}, { below: 1 }),
            row('verify with storage and all checks', 'k/s', inThousands(ours['verify with storage']), limit, {}, { atLeast: middle(limit) * 0.4 }),
        ],
    }
}

// The peers that this machine has; the others are named and left out.
async function availablePeers(say) {
    const peers = { 'oauth-1.0a': [process.execPath, inRepository('bench/oauth1/peers/oauth-1.0a.mjs'), inRepository('bench/node_modules'), `${seconds}`] }
    if (works('/usr/bin/python3', ['-I', '-c', 'import oauthlib'])) peers.oauthlib = ['/usr/bin/python3', inRepository('bench/oauth1/peers/oauthlib.py'), `${seconds}`]
    else say('Without oauthlib: Debian has it as python3-oauthlib.')

    const liboauth = inRepository('artifacts/bench/liboauth')
    await mkdir(inRepository('artifacts/bench'), { recursive: true })
    const compiled = existsSync('/usr/include/oauth.h')
        && works('cc', ['-O2', '-Wno-deprecated-declarations', '-o', liboauth, inRepository('bench/oauth1/peers/liboauth.c'), '-loauth', '-lcrypto'])
    if (compiled) peers.liboauth = [liboauth, `${seconds}`]
    else say('Without liboauth: Debian has it as liboauth-dev, beside gcc and libssl-dev.')
    return peers
}

function run(command, ...args) {
    const { status, stdout, stderr } = spawnSync('taskset', ['-c', core, command, ...args], { encoding: 'utf8', timeout: 300_000, env: { ...process.env, ...compiledAtOnce } })
    if (status !== 0) throw new Error(`${command} ended with ${status}:\n${stderr}`)
    return JSON.parse(stdout)
}

const works = (command, args) => spawnSync(command, args, { stdio: 'ignore', timeout: 60_000 }).status === 0
const middle = values => [...values].sort((a, b) => a - b)[values.length >> 1]
