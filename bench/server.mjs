// One server process under measurement: started, waited for, measured, ended by its own id. Every wait has a limit.
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

const startLimit = 30_000, answerLimit = 5_000, stopLimit = 5_000, pollEvery = 2        // milliseconds
const outputKept = 4_000                                                                // characters, for the message when it fails
const running = new Set()

/** A loopback port that nobody listens on now. */
export const freePort = () => new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => { const { port } = probe.address(); probe.close(() => resolve(port)) })
})

/**
 * Starts a server and waits for its first 200.
 * @param {{ name: string, command: string, args: string[], env?: object, cwd?: string, url: string }} what
 * @returns {Promise<{ milliseconds: number, stop: () => Promise<void>, megabytes: () => Promise<number> }>}
 */
export async function start({ name, command, args, env = {}, cwd, url }) {
    let output = ''
    const say = text => { if (output.length < outputKept) output += text }
    const began = process.hrtime.bigint()
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    running.add(child)
    const ended = new Promise(resolve => { child.once('exit', resolve); child.once('error', error => { say(error.message); resolve() }) })
    const gone = ended.then(() => { running.delete(child) })
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', say)

    const agent = new Agent({ keepAlive: false })
    while (await status(url, agent) !== 200) {
        if (!running.has(child)) throw new Error(`${name} ended before it answered ${url}:\n${output}`)
        if (since(began) > startLimit) {
            await stop(child, gone)
            throw new Error(`${name} did not answer 200 at ${url} within ${startLimit / 1000} s:\n${output}`)
        }
        await pause(pollEvery)
    }
    return { milliseconds: since(began), megabytes: () => residentMegabytes(child.pid), stop: () => stop(child, gone) }
}

/** Ends whatever is still running. */
export const stopAll = () => Promise.all([...running].map(child => stop(child, new Promise(resolve => child.once('exit', resolve)))))

async function stop(child, gone) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
    child.kill('SIGTERM')
    if (await Promise.race([gone.then(() => true), pause(stopLimit, false, { ref: false })])) return
    child.kill('SIGKILL')
    await gone
}

const status = (url, agent) => new Promise(resolve => {
    const request = get(url, { agent, timeout: answerLimit }, answer => { answer.resume().once('end', () => resolve(answer.statusCode)) })
    request.once('timeout', () => request.destroy()).once('error', () => resolve(0))
})

async function residentMegabytes(pid) {
    const text = await readFile(`/proc/${pid}/status`, 'utf8')
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(text)[1]) / 1024
}

const since = began => Number(process.hrtime.bigint() - began) / 1e6
