import type { Chain, ChainItem } from '../index.js'
import type { Visit } from './visits.fixture.js'

const wanted = [
  'reason no-resource',
  'reason notice',
  'reason beyond-horizon',
  'reason fully-booked',
  'reason closed',
  'answer',
  'several grids in a day',
  'party',
  'exact start',
  'three services or more',
  'change of performer',
  'performer who comes back',
  'wait',
  'own durations',
  'equally cheap ways',
  'preferred person',
  'tail that yields',
  'tail past closing',
  'seat beside others',
  'work across two openings',
] as const

type Feature = (typeof wanted)[number]

/** What generated cases were about: a generator that only makes trivial ones would prove nothing. */
export class FeatureCount {
  readonly #cases = new Map<string, number>()

  note(feature: Feature | 'reason undefined', isThere: boolean): void {
    if (isThere) this.#cases.set(feature, (this.#cases.get(feature) ?? 0) + 1)
  }

  /** The features that fewer cases had, with their number. */
  rarerThan(cases: number): string[] {
    return wanted
      .map((feature) => ({ feature, times: this.#cases.get(feature) ?? 0 }))
      .filter(({ times }) => times < cases)
      .map(({ feature, times }) => `${feature}: ${times}`)
  }

  /** Notes, once for a case, what any of its chains has. */
  noteAnswer({ request, resources, options }: Visit, chains: readonly Chain[]): void {
    if (chains.length === 0) return
    const items = chains.flatMap((chain) => chain.items.map((item, index) => ({ ...around(chain.items, index), item })))
    const details = items.map(({ item, next, index, earlier }) => {
      const { gapAfterMinutes = 0, performers = [] } = request.services[index] ?? {}
      const { openings = [], bufferMinutes = 0, busy = [] } = resources.get(item.resourceId) ?? {}
      const tailEnd = item.end + gapAfterMinutes + bufferMinutes
      const lengths = performers.map(({ steps }) => steps.reduce((sum, { minutes }) => sum + minutes, 0))
      return {
        change: next !== undefined && next.resourceId !== item.resourceId,
        comesBack: earlier.at(-1) !== item.resourceId && earlier.includes(item.resourceId),
        wait: next !== undefined && next.start > item.end + gapAfterMinutes,
        ownDurations: new Set(lengths).size > 1,
        preferred: options.preferredResourceIds?.includes(item.resourceId) ?? false,
        yields: (item.blocks[0]?.end ?? tailEnd) < tailEnd,
        pastClosing: tailEnd > Math.max(...openings.map(({ end }) => end)),
        beside: busy.some(({ start, end }) => start < item.end && item.start < end),
        acrossOpenings: !openings.some(({ start, end }) => start <= item.start && item.end <= end),
      }
    })
    const any = (feature: keyof (typeof details)[number]) => details.some((detail) => detail[feature])
    this.note('answer', true)
    this.note('several grids in a day', new Set(chains.map(({ items }) => gridOf(items, options.stepMinutes))).size > 1)
    this.note('party', request.partySize > 1)
    this.note('exact start', options.exactStart !== undefined)
    this.note('three services or more', request.services.length > 2)
    this.note('change of performer', any('change'))
    this.note('performer who comes back', any('comesBack'))
    this.note('wait', any('wait'))
    this.note('own durations', any('ownDurations'))
    this.note('preferred person', any('preferred'))
    this.note('tail that yields', any('yields'))
    this.note('tail past closing', any('pastClosing'))
    this.note('seat beside others', any('beside'))
    this.note('work across two openings', any('acrossOpenings'))
  }
}

/** The place of a chain's start between two lines of a grid. */
const gridOf = ([first]: readonly ChainItem[], step: number) => (((first?.start ?? 0) % step) + step) % step

const around = (items: readonly ChainItem[], index: number) => ({
  index,
  next: items[index + 1],
  earlier: items.slice(0, index).map(({ resourceId }) => resourceId),
})
