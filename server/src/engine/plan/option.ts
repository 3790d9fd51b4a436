import { intersect } from '../placing/combine-starts.js'
import { needStarts, type TimedClaim } from '../placing/need-starts.js'
import type { Shape, Stretch } from '../placing/shape.js'
import type { StartIntervals } from '../placing/start-intervals.js'
import type { Stock, StockedResource } from '../placing/stock.js'
import { type Bounds, workStarts } from '../placing/work-starts.js'
import type { Need, ServiceRequest } from '../types.js'
import type { Question } from './question.js'
import { addLow, type LowRank, noLow, type Ranking } from './ranking.js'

/** Somebody who can do a service, with everything that the search needs to know. */
export interface Candidate extends TimedClaim {
  readonly service: number
  readonly place: number
  /** The performer, by number. */
  readonly number: number
}

/** A way to staff a stage: one candidate for each of its services. */
export interface StageOption {
  readonly candidates: readonly Candidate[]
  /** Who counts for the grid and for the price of a change: the number of the first item's performer. */
  readonly lead: number
  /** When all of them can start together, needs included. */
  readonly starts: StartIntervals
  /** From the start to the last end. */
  readonly minutes: number
  /** From the start to the minute at which the next stage may start. */
  readonly minutesUntilReady: number
  /** What it adds to the rank of a chain, its minutes not counted. */
  readonly rank: number
  readonly low: LowRank
  /** Where guests may lie, from the start: the processing time of a stage of one service. */
  readonly windows: readonly Stretch[]
}

const noNeeds: readonly Need[] = []
const noStarts: StartIntervals = []
const noWindows: readonly Stretch[] = []

/** Makes the options of stages, from what is there on a day. */
export class StageOptions {
  readonly #question: Question
  readonly #stock: Stock
  readonly #makeRanking: () => Ranking
  #ranking: Ranking | undefined
  readonly #people: (StockedResource | undefined)[]
  readonly #candidates: (Candidate[] | undefined)[] = []
  readonly #needStarts = new Map<string, StartIntervals>()

  /** @param makeRanking called once, where there is anything to be ranked */
  constructor(question: Question, stock: Stock, makeRanking: () => Ranking) {
    this.#question = question
    this.#stock = stock
    this.#makeRanking = makeRanking
    this.#people = question.resources.ids.map(() => undefined)
  }

  get ranking(): Ranking {
    this.#ranking ??= this.#makeRanking()
    return this.#ranking
  }

  /** Whether for every service there is somebody with the time for it. */
  get areThere(): boolean {
    return this.#question.request.services.every((_, service) =>
      this.candidates(service).some(({ ownStarts }) => ownStarts.length > 0),
    )
  }

  /** Who can do a service, in the order of its list. */
  candidates(service: number): readonly Candidate[] {
    let known = this.#candidates[service]
    if (known === undefined) {
      const request = this.#question.request.services[service] as ServiceRequest
      known = request.performers.map((_, place) => this.#candidate(service, request, place))
      this.#candidates[service] = known
    }
    return known
  }

  #candidate(service: number, request: ServiceRequest, place: number): Candidate {
    const { gapAfterMinutes, needs = noNeeds } = request
    const { resources, shapes } = this.#question
    const number = (resources.performers[service] as readonly number[])[place] as number
    const shape = (shapes[service] as readonly Shape[])[place] as Shape
    const resourceId = resources.ids[number] as string
    const on = this.#person(number, resourceId)
    const day = this.#question.request.days?.[service]
    const bounds: Bounds = {
      earliest: day === undefined ? on.earliest : Math.max(on.earliest, day.start),
      latest: day === undefined ? on.latest : Math.min(on.latest, day.end - shape.minutes),
    }
    const ownStarts = workStarts(on, { stretches: shape.active, gapMinutes: gapAfterMinutes }, bounds)
    return { resourceId, shape, gapAfterMinutes, needs, service, place, number, on, ownStarts }
  }

  #person(number: number, id: string): StockedResource {
    let person = this.#people[number]
    if (person === undefined) {
      person = this.#stock.of(id)
      this.#people[number] = person
    }
    return person
  }

  /** Every way to staff a stage that can start at all, in the order of the lists. */
  of(services: readonly number[]): StageOption[] {
    const options: StageOption[] = []
    const staff = (before: readonly Candidate[]) => {
      const service = services[before.length]
      if (service === undefined) {
        const starts = this.#starts(before)
        if (starts.length > 0) options.push(this.#option(before, starts))
        return
      }
      for (const candidate of this.candidates(service)) {
        if (candidate.ownStarts.length > 0) staff(before.length === 0 ? [candidate] : [...before, candidate])
      }
    }
    staff([])
    return options
  }

  #option(candidates: readonly Candidate[], starts: StartIntervals): StageOption {
    const first = candidates[0] as Candidate
    let minutes = 0
    let minutesUntilReady = 0
    let rank = 0
    let low = noLow
    for (const { shape, gapAfterMinutes, service, place } of candidates) {
      minutes = Math.max(minutes, shape.minutes)
      minutesUntilReady = Math.max(minutesUntilReady, shape.minutes + gapAfterMinutes)
      rank += this.ranking.rankOf(service, place)
      low = addLow(low, this.ranking.lowOf(service, place))
    }
    const windows = candidates.length === 1 ? first.shape.processing : noWindows
    return { candidates, lead: first.number, starts, minutes, minutesUntilReady, rank, low, windows }
  }

  #starts(candidates: readonly Candidate[]): StartIntervals {
    const [first, ...others] = candidates as [Candidate, ...Candidate[]]
    if (others.length === 0 && first.needs.length === 0) return first.ownStarts
    if (isTooMuch(candidates)) return noStarts
    let starts = first.ownStarts
    for (const { ownStarts } of others) starts = intersect(starts, ownStarts)
    if (starts.length === 0) return starts
    const rivals = rivalsOf(candidates)
    if (rivals.size === 0 && candidates.every(({ needs }) => needs.length === 0)) return starts
    return intersect(starts, this.#startsOfNeeds(candidates, rivals))
  }

  /**
   * When what these need can be had. The same for all performers with the same steps, unless a performer is also in a
   * list of needs, or has two of the items.
   */
  #startsOfNeeds(candidates: readonly Candidate[], rivals: ReadonlySet<string>): StartIntervals {
    const involved = candidates.map((one) => (rivals.has(one.resourceId) ? one.resourceId : ''))
    const key = candidates.map(({ service, shape }, index) => `${service}:${shape.key}:${involved[index]}`).join(' ')
    let known = this.#needStarts.get(key)
    if (known === undefined) {
      known = needStarts(this.#stock, candidates, rivals)
      this.#needStarts.set(key, known)
    }
    return known
  }
}

/** Whether somebody with seats for one item would have to do two at once. */
function isTooMuch(candidates: readonly Candidate[]): boolean {
  for (let index = 1; index < candidates.length; index++) {
    const { on } = candidates[index] as Candidate
    if (on.seatsTwo) continue
    for (let before = 0; before < index; before++) if (candidates[before]?.on === on) return true
  }
  return false
}

const nobody: ReadonlySet<string> = new Set()

/** The resources that more than one performer or need of these could take. */
function rivalsOf(claims: readonly Candidate[]): ReadonlySet<string> {
  const isSimple = claims.every(
    ({ needs, on }, index) => needs.length === 0 && claims.findIndex((other) => other.on === on) === index,
  )
  if (isSimple) return nobody
  const seen = new Set<string>()
  const rivals = new Set<string>()
  const note = (id: string) => (seen.has(id) ? rivals : seen).add(id)
  for (const { resourceId, needs } of claims) {
    note(resourceId)
    for (const { resourceIds } of needs) for (const id of resourceIds) note(id)
  }
  return rivals
}
