import type { Appointment, Resource, Service, SlotItem } from '@codex-booking/sdk/contract'
import { formatDuration } from '../format/duration.js'
import { performedBy } from '../words/phrases.js'
import { neededIn } from './stretches.js'
import type { ServiceBlock } from './time-line.js'

/** What a block says. */
export interface BlockWords {
  /** The service; empty while it takes by itself. */
  name: string
  /** `with Noor, 50 min, meanwhile`; `Colour takes, 50 min`. */
  details: string
  /** Who else is there, in their own tint: `with Ben as well`. */
  others: { id: string; words: string }[]
}

/** Of a visit that is booked the names stand in it; else in the lists of the site. */
type NamedItem = SlotItem & Partial<Appointment>

export function blockWords(
  block: ServiceBlock,
  services: readonly Service[],
  resources: readonly Resource[],
  locale: string,
): BlockWords {
  const item: NamedItem = block.item
  const service = services.find(({ id }) => id === item.serviceId)
  const name = item.serviceName ?? service?.name ?? 'Service'
  const resourceOf = (id: string) => resources.find((resource) => resource.id === id)

  const needed = neededIn(block, service).flatMap((id) => resourceOf(id) ?? [])
  const others = needed
    .filter(({ kind }) => kind === 'person')
    .map((other) => ({ id: other.id, words: `with ${other.name} as well` }))
  const places = needed.filter(({ kind }) => kind !== 'person').map(performedBy)

  const duration = formatDuration(block.minutes, locale)
  const details = (...parts: (string | false | undefined)[]) => parts.filter(Boolean).join(', ')
  if (block.kind === 'processing') return { name: '', details: details(`${name} takes`, ...places, duration), others }
  const by = resourceOf(item.resourceId) ?? (item.resourceName && { kind: 'person' as const, name: item.resourceName })
  return {
    name: block.isContinued ? `${name}, continued` : name,
    details: details(by && performedBy(by), ...places, duration, block.isMeanwhile && 'meanwhile'),
    others,
  }
}
