import scalar from '@scalar/fastify-api-reference'
import { fastifyPlugin } from 'fastify-plugin'
import { Problem } from '../problems.js'

/** The page brings its own script and styles and talks to this server only. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "frame-ancestors 'none'",
].join('; ')

/** The OpenAPI document as a page to browse, at `/docs`, without anything from elsewhere. */
export const docs = fastifyPlugin(
  async (app) => {
    await app.register(scalar, {
      routePrefix: '/docs',
      configuration: {
        url: '/openapi.json',
        pageTitle: 'codex-booking API',
        withDefaultFonts: false,
        hideClientButton: true,
        telemetry: false,
        showDeveloperTools: 'never',
        authentication: { preferredSecurityScheme: 'publishableKey' },
        agent: { disabled: true },
        mcp: { disabled: true },
      },
      hooks: {
        onRequest: (request, reply, done) => {
          // The page makes an address of the Host header and would stumble over one that is none.
          if (!URL.canParse(`http://${request.hostname}`)) {
            done(new Problem('malformed-request', 'The Host header is not a host.'))
            return
          }
          void reply.header('content-security-policy', CONTENT_SECURITY_POLICY)
          done()
        },
      },
    })
  },
  { name: 'docs' },
)
