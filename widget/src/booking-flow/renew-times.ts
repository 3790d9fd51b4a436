import type { Slot, StartSlot } from '@codex-booking/sdk'
import type { CodexClient } from './codex-client.js'
import type { Day, FlowState } from './flow-state.js'
import type { FlowStore } from './flow-store.js'
import { LatestQuestion } from './latest-question.js'
import { timesQuestion } from './times-question.js'

interface Dependencies {
  store: FlowStore
  codex: CodexClient
  /** The day has no time any more, and another one is to be offered. */
  onEmpty: (date: string, day: Day) => void
}

/**
 * Asks again for what is on show, while it stays on show: only what has changed is another then. What the client asks for
 * meanwhile goes first, and a failure is as good as no change.
 */
export class TimeRenewer {
  readonly #parts: Dependencies
  readonly #day = new LatestQuestion()
  readonly #month = new LatestQuestion()

  constructor(parts: Dependencies) {
    this.#parts = parts
  }

  /** @returns whether it could be asked: not while something else is, which may be answered as it was before a change */
  async renewDay(): Promise<boolean> {
    const { store, codex } = this.#parts
    const { day, date } = store.state
    if (day.status === 'loading') return false
    if (day.status !== 'ready') return true
    let isLate = false
    await this.#day.ask(
      (signal) => codex.slots.list({ date, ...timesQuestion(store.state) }, { signal }),
      ({ starts, reason }) => {
        isLate = store.state.day !== day
        if (!isLate) this.#showDay(day.value, { starts, reason })
      },
      () => undefined,
    )
    return !isLate
  }

  /** @returns the same for the month */
  async renewMonth(): Promise<boolean> {
    const { store, codex } = this.#parts
    const { calendar, month } = store.state
    if (calendar.status === 'loading') return false
    if (calendar.status !== 'ready') return true
    const { alternativesPerStart: _, ...question } = timesQuestion(store.state)
    let isLate = false
    await this.#month.ask(
      (signal) => codex.calendar.get({ month, ...question }, { signal }),
      ({ days }) => {
        const value = new Map(days.map((one) => [one.date, one.state]))
        isLate = store.state.calendar !== calendar
        if (isLate || isSame([...calendar.value], [...value])) return
        store.update({ calendar: { status: 'ready', value } })
      },
      () => undefined,
    )
    return !isLate
  }

  #showDay(before: Day, { starts, reason }: Day): void {
    if (isSame([before.starts, before.reason], [starts, reason])) return
    const { store, onEmpty } = this.#parts
    const { state } = store
    // What is offered instead of an empty day is offered on.
    const value = { ...(starts.length === 0 && before), starts, reason }
    store.update({ day: { status: 'ready', value }, ...chosenAmong(state, starts) })
    if (starts.length === 0 && before.starts.length > 0) onEmpty(state.date, value)
  }
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What is chosen or looked at, as far as it is still there; what has gone under the client's hand is told. */
function chosenAmong({ slot, preview, gone }: FlowState, starts: readonly StartSlot[]) {
  const isThere = ({ start }: Slot) => starts.some((one) => one.start === start)
  const lost = [slot, preview].filter((one) => one !== null).filter((one) => !isThere(one))
  const known = gone.filter((one) => !isThere(one) && lost.every(({ start }) => start !== one.start))
  const lostOnce = lost.filter((one, place) => lost.findIndex(({ start }) => start === one.start) === place)
  return { slot: still(slot, starts), preview: still(preview, starts), gone: [...known, ...lostOnce] }
}

/** The same visit as long as it can be had as it was; else the best one at the same start. */
function still(slot: StartSlot | Slot | null, starts: readonly StartSlot[]): StartSlot | Slot | null {
  const start = starts.find((one) => one.start === slot?.start)
  if (slot === null || start === undefined) return null
  return [start, ...start.alternatives].some(({ items }) => isSame(items, slot.items)) ? slot : start
}
