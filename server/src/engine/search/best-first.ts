import { addLow, isLess, type LowRank, noLow, type Rank } from '../plan/ranking.js'
import type { DaySearch } from './day-search.js'
import { type Move, moveOf, type Visitor } from './moves.js'

/** A visit that has been begun: what it has come to, and the rank of the best visit that it can become. */
interface Begun {
  readonly search: DaySearch
  readonly deadline: number
  readonly move: Move
  readonly before: Begun | undefined
  /** The rank of what is settled: all but the minutes of the day that is not over yet. */
  readonly rank: number
  readonly low: LowRank
  readonly bestRank: number
  readonly bestLow: LowRank
}

/**
 * The best visits from a start, each with another way to say who does which service, the best first.
 *
 * What a beginning can become is known exactly, so the one that can become the best is gone on with first, and nothing is
 * tried in vain.
 */
export class BestVisits {
  readonly #wanted: number
  readonly #isPlain: boolean
  readonly #found: Move[][] = []
  readonly #seen = new Set<string>()
  /** The best is the last. */
  readonly #open: Begun[] = []

  constructor(search: DaySearch, start: number, wanted: number) {
    this.#wanted = wanted
    this.#isPlain = search.isPlain
    this.#enter(search, start, undefined)
    while (this.#open.length > 0 && this.#found.length < wanted) this.#goOn(this.#open.pop() as Begun)
  }

  get moves(): readonly Move[][] {
    return this.#found
  }

  #goOn(one: Begun): void {
    const { move, deadline, search } = one
    const { plan } = search.day
    if (!this.#isPlain && !this.#isNew(one)) return
    if (move.to !== plan.end) {
      search.eachNext(move.to, move.ready, this.#wanted, this.#adder(search, deadline, one, one))
    } else if (search.next !== undefined) this.#enter(search.next.search, search.next.start, one)
    else this.#found.push(movesOf(one))
  }

  /** Begins a day; its minutes count from there. */
  #enter(search: DaySearch, start: number, before: Begun | undefined): void {
    const base = { rank: 0, low: before?.low ?? noLow }
    if (before !== undefined) {
      const { firsts, ranking } = before.search.day
      const settled = before.move.end - firsts.origin - (start - search.day.firsts.origin)
      base.rank = before.rank + settled * ranking.perMinute
    }
    const deadline = search.deadlineOf(start)
    search.eachBeginning(start, this.#wanted, this.#adder(search, deadline, before, base))
  }

  /** Takes ways to go on, and drops those that cannot be among the best any more before anything is made of them. */
  #adder(search: DaySearch, deadline: number, before: Begun | undefined, base: Rank): Visitor {
    const { changeRank } = search.day.ranking
    return (choice, start, to, ready, guests) => {
      const { option } = choice
      if (this.#isPlain && this.#open.length >= this.#wanted - this.#found.length) {
        const isChange = before !== undefined && before.move.option.lead !== option.lead
        const rank = base.rank + (isChange ? changeRank : 0) + option.rank + (guests?.rank ?? 0)
        const rest = search.after({ to, ready, end: start + option.minutes, option }, deadline)
        if (rest === undefined || rank + rest.rank > (this.#open[0] as Begun).bestRank) return
      }
      this.#add(search, deadline, before, base, moveOf(option, start, to, guests))
    }
  }

  #add(search: DaySearch, deadline: number, before: Begun | undefined, base: Rank, move: Move): void {
    const rest = search.after(move, deadline)
    if (rest === undefined) return
    const { ranking } = search.day
    const lead = before?.move.option.lead ?? move.option.lead
    const rank = base.rank + move.rank + (lead === move.option.lead ? 0 : ranking.changeRank)
    const low = addLow(base.low, move.low)
    const bestRank = rank + rest.rank
    const bestLow = addLow(low, rest.low)
    const open = this.#open
    let place = open.length
    while (
      place > 0 &&
      !isLess(bestRank, bestLow, (open[place - 1] as Begun).bestRank, (open[place - 1] as Begun).bestLow)
    ) {
      place--
    }
    // Where every beginning says something else about who does what, no more of them matter than visits are wanted.
    const spare = this.#isPlain ? open.length - (this.#wanted - this.#found.length) : -1
    if (spare >= 0 && place <= spare) return
    open.splice(place, 0, { search, deadline, move, before, rank, low, bestRank, bestLow })
    if (spare >= 0) open.splice(0, spare + 1)
  }

  /** Whether nobody has come to the same point with the same people: whoever came first did so for less. */
  #isNew(one: Begun): boolean {
    const { move, search } = one
    const isOver = move.to === search.day.plan.end && search.next === undefined
    const where = isOver ? 'over' : `${search.day.firsts.origin} ${move.to} ${move.ready} ${move.option.lead}`
    const people: string[] = []
    for (const { option, guests } of movesOf(one)) {
      for (const stage of [{ option }, ...(guests?.guests ?? [])]) {
        for (const { service, place } of stage.option.candidates) people[service] = `${place}`
      }
    }
    const key = `${where} ${people.join()}`
    if (this.#seen.has(key)) return false
    this.#seen.add(key)
    return true
  }
}

function movesOf(last: Begun): Move[] {
  const moves: Move[] = []
  for (let one: Begun | undefined = last; one; one = one.before) moves.push(one.move)
  return moves.toReversed()
}
