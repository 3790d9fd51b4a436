import { type Claim, chooseNeeds, needWork, performerWork } from '../placing/choose-needs.js'
import { intersect, sift, unite } from '../placing/combine-starts.js'
import type { Shape, Stretch } from '../placing/shape.js'
import type { StartIntervals } from '../placing/start-intervals.js'
import type { Stock } from '../placing/stock.js'
import { type Bounds, workStarts } from '../placing/work-starts.js'
import type { Need, Opening, ServiceRequest } from '../types.js'
import type { Question } from './question.js'
import { addLow, type LowRank, noLow, type Ranking } from './ranking.js'

/** Somebody who can do a service, with everything that the search needs to know. */
export interface Candidate extends Claim {
  readonly service: number
  readonly place: number
  readonly openings: readonly Opening[]
  /** When the performer has time, needs left aside. */
  readonly ownStarts: StartIntervals
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
const noStarts: StartIntervals = { lows: [], highs: [], windowStarts: [] }

/** Makes the options of stages, from what is there on a day. */
export class StageOptions {
  readonly #question: Question
  readonly #stock: Stock
  readonly #makeRanking: () => Ranking
  #ranking: Ranking | undefined
  readonly #candidates = new Map<number, Candidate[]>()
  readonly #needStarts = new Map<string, StartIntervals>()
  readonly #leads = new Map<string, number>()

  /** @param makeRanking called once, where there is anything to be ranked */
  constructor(question: Question, stock: Stock, makeRanking: () => Ranking) {
    this.#question = question
    this.#stock = stock
    this.#makeRanking = makeRanking
  }

  get ranking(): Ranking {
    this.#ranking ??= this.#makeRanking()
    return this.#ranking
  }

  /** Whether for every service there is somebody with the time for it. */
  get areThere(): boolean {
    return this.#question.request.services.every((_, service) =>
      this.candidates(service).some(({ ownStarts }) => ownStarts.lows.length > 0),
    )
  }

  /** Who can do a service, in the order of its list. */
  candidates(service: number): readonly Candidate[] {
    let known = this.#candidates.get(service)
    if (known === undefined) {
      const request = this.#question.request.services[service] as ServiceRequest
      known = request.performers.map((_, place) => this.#candidate(service, request, place))
      this.#candidates.set(service, known)
    }
    return known
  }

  #candidate(service: number, { performers, gapAfterMinutes, needs = noNeeds }: ServiceRequest, place: number) {
    const { resourceId } = performers[place] as (typeof performers)[number]
    const shape = this.#question.shapes[service]?.[place] as Shape
    const claim: Claim = { resourceId, shape, gapAfterMinutes, needs }
    const day = this.#question.request.days?.[service]
    const bounds: Bounds = {
      earliest: Math.max(this.#stock.earliest(resourceId), day?.start ?? Number.NEGATIVE_INFINITY),
      latest: Math.min(this.#stock.latest(resourceId), (day?.end ?? Number.POSITIVE_INFINITY) - shape.minutes),
    }
    const ownStarts = workStarts(this.#stock, performerWork(claim), bounds)
    const { openings } = this.#stock.get(resourceId)
    return { ...claim, service, place, openings, ownStarts }
  }

  /** Every way to staff a stage that can start at all, in the order of the lists. */
  of(services: readonly number[]): StageOption[] {
    let all: Candidate[][] = [[]]
    for (const service of services) {
      all = all.flatMap((before) => this.candidates(service).map((candidate) => [...before, candidate]))
    }
    const options: StageOption[] = []
    for (const candidates of all) {
      const starts = this.#starts(candidates)
      if (starts.lows.length > 0) options.push(this.#option(candidates, starts))
    }
    return options
  }

  #option(candidates: readonly Candidate[], starts: StartIntervals): StageOption {
    const first = candidates[0] as Candidate
    let lead = this.#leads.get(first.resourceId)
    if (lead === undefined) {
      lead = this.#leads.size
      this.#leads.set(first.resourceId, lead)
    }
    let minutes = 0
    let minutesUntilReady = 0
    let rank = 0
    let low = noLow
    for (const { shape, gapAfterMinutes, service, place } of candidates) {
      const own = this.ranking.own(service, place)
      minutes = Math.max(minutes, shape.minutes)
      minutesUntilReady = Math.max(minutesUntilReady, shape.minutes + gapAfterMinutes)
      rank += own.rank
      low = addLow(low, own.low)
    }
    const windows = candidates.length === 1 ? first.shape.processing : []
    return { candidates, lead, starts, minutes, minutesUntilReady, rank, low, windows }
  }

  #starts(candidates: readonly Candidate[]): StartIntervals {
    let starts = (candidates[0] as Candidate).ownStarts
    for (const candidate of candidates.slice(1)) starts = intersect(starts, candidate.ownStarts)
    if (starts.lows.length === 0) return starts
    if (candidates.length === 1 && candidates[0]?.needs.length === 0) return starts
    if (this.#isTooMuch(candidates)) return noStarts
    const rivals = rivalsOf(candidates)
    if (rivals.size === 0 && candidates.every(({ needs }) => needs.length === 0)) return starts
    return intersect(starts, this.#startsOfNeeds(candidates, rivals))
  }

  /** Whether somebody with seats for one item would have to do two at once. */
  #isTooMuch(candidates: readonly Candidate[]): boolean {
    return candidates.some(
      ({ resourceId }, index) =>
        this.#stock.get(resourceId).capacity < 2 * this.#stock.partySize &&
        candidates.findIndex((other) => other.resourceId === resourceId) < index,
    )
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
      known = this.#workOutNeeds(candidates, rivals)
      this.#needStarts.set(key, known)
    }
    return known
  }

  #workOutNeeds(candidates: readonly Candidate[], rivals: ReadonlySet<string>): StartIntervals {
    const anytime: Bounds = { earliest: Number.NEGATIVE_INFINITY, latest: Number.POSITIVE_INFINITY }
    let starts: StartIntervals | undefined
    const restrict = (others: StartIntervals) => {
      starts = starts === undefined ? others : intersect(starts, others)
    }
    for (const claim of candidates) {
      if (rivals.has(claim.resourceId)) restrict(claim.ownStarts)
      for (const need of claim.needs) {
        restrict(unite(need.resourceIds.map((id) => workStarts(this.#stock, needWork(claim, need, id), anytime))))
      }
    }
    const found = starts ?? noStarts
    if (rivals.size === 0) return found
    const together = (start: number) =>
      candidates.map((claim) => ({ claim, start, onlyNeeds: !rivals.has(claim.resourceId) }))
    return sift(found, (start) => chooseNeeds(this.#stock, together(start)) !== undefined)
  }
}

/** The resources that more than one performer or need of these could take. */
function rivalsOf(claims: readonly Claim[]): Set<string> {
  const seen = new Set<string>()
  const rivals = new Set<string>()
  const note = (id: string) => (seen.has(id) ? rivals : seen).add(id)
  for (const { resourceId, needs } of claims) {
    note(resourceId)
    for (const { resourceIds } of needs) for (const id of resourceIds) note(id)
  }
  return rivals
}
