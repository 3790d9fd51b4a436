/** What opens one visit on a page. */
export interface ManageLink {
  bookingId: string
  /** Shown to the server in a header; in an address it stands behind the `#`, which browsers send to nobody. */
  token: string
  /** The publishable key of the site, by which the right one of several widgets opens it; '' where it is not known. */
  key: string
}

const VISIT = 'codex-booking'
const KEY = 'codex-key'

const fieldsOf = (hash: string) => new URLSearchParams(hash.replace(/^#/, ''))

/** The link in a fragment, `#codex-booking=<id>.<token>&codex-key=<key>`; undefined where there is none. */
export const readManageLink = (hash: string): ManageLink | undefined => {
  const fields = fieldsOf(hash)
  const visit = fields.get(VISIT)
  if (visit === null) return undefined
  const [bookingId = '', ...rest] = visit.split('.')
  return { bookingId, token: rest.join('.'), key: fields.get(KEY) ?? '' }
}

/** The address of a page with the link in its fragment, in place of the one that it has. */
export const addressWithLink = (page: string, { bookingId, token, key }: ManageLink): string => {
  const url = new URL(page)
  const fields = new URLSearchParams({ [VISIT]: `${bookingId}.${token}` })
  if (key !== '') fields.set(KEY, key)
  url.hash = fields.toString()
  return url.href
}

/** The address without a link. What else stands in its fragment stays. */
export const addressWithoutLink = (page: string): string => {
  const url = new URL(page)
  const fields = fieldsOf(url.hash)
  if (!fields.has(VISIT)) return page
  fields.delete(VISIT)
  fields.delete(KEY)
  url.hash = fields.toString()
  // A `#` at the end would be one too many.
  return url.hash === '' ? url.href.replace(/#$/, '') : url.href
}
