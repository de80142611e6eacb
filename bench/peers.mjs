// How each peer is started on a port. All serve their discovery document at the same path.
import { inRepository, peerNode } from './places.mjs'

const discovery = port => `http://127.0.0.1:${port}/.well-known/openid-configuration`
const modules = inRepository('bench/node_modules')

const peer = (name, ...args) => [name, port => ({
    name, command: peerNode, args: args.map(arg => arg === 'PORT' ? `${port}` : arg), cwd: inRepository('bench'),
    env: { NODE_ENV: 'production', NO_UPDATE_NOTIFIER: '1' }, url: discovery(port),
})]

export const peers = Object.fromEntries([
    peer('emulate', `${modules}/emulate/dist/index.js`, 'start', '-s', 'google', '-p', 'PORT', '--seed', inRepository('bench/peers/emulate.yaml')),
    peer('oauth2-mock-server', `${modules}/oauth2-mock-server/dist/oauth2-mock-server.mjs`, '-a', '127.0.0.1', '-p', 'PORT'),
    peer('oidc-provider', inRepository('bench/peers/oidc-provider.mjs'), 'PORT'),
])
