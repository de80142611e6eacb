// Where things are, whatever folder the run was started from.
import { fileURLToPath } from 'node:url'

const root = new URL('..', import.meta.url)

/** The absolute path of something in the repository. */
export const inRepository = path => fileURLToPath(new URL(path, root))

/** The node that the peers need (emulate: 22.15 or later), from the npm package `node`. */
export const peerNode = inRepository('bench/node_modules/node/bin/node')
