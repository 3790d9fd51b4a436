import type { Cell, Crew } from './crew.ts'

/** A booking of an hour of somebody, as a client with an idempotency key sends it. */
export function bookingBody({ publishableKey }: Crew, { slug, start }: Cell, index: number) {
  const headers = {
    authorization: `Bearer ${publishableKey}`,
    'content-type': 'application/json',
    'idempotency-key': `bench-${String(index).padStart(9, '0')}`,
  }
  const body = JSON.stringify({
    start: new Date(start).toISOString(),
    items: [{ serviceId: 'hour', resourceId: slug }],
    client: { name: 'Guest', email: 'guest@example.test' },
  })
  return { headers, body }
}
