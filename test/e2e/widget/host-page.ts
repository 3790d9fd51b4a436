import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a site owner writes. */
export interface HostPage {
  /** Inside the `<head>`. */
  head?: string
  body: string
  headers?: Record<string, string>
}

/** The one tag of a site owner's page that loads the widget. */
export const scriptTag = (api: string) => `<script type="module" src="${api}/widget/v1/codex-booking.js"></script>`

/** And the widget itself. */
export const widgetTag = (api: string, publishableKey: string) =>
  `<codex-booking api="${api}" publishable-key="${publishableKey}"></codex-booking>`

/** Serves a page on an origin of its own, with a name that is neither localhost nor under https. */
export async function serveHostPage({ head = '', body, headers = {} }: HostPage): Promise<{
  url: string
  close(): void
}> {
  const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>A page of a salon</title>
    ${head}
  </head>
  <body>
    <main>
      <h1>Come and see us</h1>
      ${body}
    </main>
  </body>
</html>`
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://page.example.test:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
