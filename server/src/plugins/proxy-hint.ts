import { fastifyPlugin } from 'fastify-plugin'

/**
 * Says once in the log that requests come through a proxy that nobody named: then all clients look like one, and share
 * what one address may hold.
 */
export const proxyHint = fastifyPlugin(
  async (app, { isTrusted }: { isTrusted: boolean }) => {
    if (isTrusted) return
    let isSaid = false
    app.addHook('onRequest', async (request) => {
      if (isSaid || request.headers['x-forwarded-for'] === undefined) return
      isSaid = true
      app.log.warn('Requests come through a proxy: name it in TRUST_PROXY, or all clients count as one address')
    })
  },
  { name: 'proxy-hint' },
)
