import {
  type Booking,
  type FieldError,
  isProblem,
  type NewBooking,
  newIdempotencyKey,
  shownFrom,
} from '@codex-booking/sdk'
import { askedVisit } from './asked-visit.js'
import type { CodexClient } from './codex-client.js'
import { type ContactErrors, type ContactField, contactErrors, fieldOfPath } from './contact.js'
import { describeFailure, type Failure } from './failure.js'
import type { FlowState, TakenTime } from './flow-state.js'
import type { FlowStore } from './flow-store.js'

interface Dependencies {
  store: FlowStore
  codex: CodexClient
  onBooked: (booking: Booking) => void
  /** The time is gone; it stands in `taken` of the state. */
  onTaken: () => void
  onFailure: (failure: Failure) => void
}

/** The request that books what the state holds; undefined while no time is chosen. */
const requestOf = (state: FlowState): NewBooking | undefined => {
  const { slot, contact, catalogue } = state
  if (slot === null || catalogue.status !== 'ready') return undefined
  const fields = catalogue.value.site.contact
  const filled = (name: 'email' | 'phone') => {
    const value = contact[name].trim()
    return fields[name] === 'hidden' || value === '' ? {} : { [name]: value }
  }
  const note = contact.note.trim()
  return {
    start: slot.start,
    ...askedVisit(state),
    shown: shownFrom(slot),
    client: { name: contact.name.trim(), ...filled('email'), ...filled('phone'), consents: [...contact.consents] },
    ...(fields.note !== 'hidden' && note !== '' && { note }),
  }
}

/** Sends the booking and, later, its cancellation. */
export class VisitBooker {
  readonly #parts: Dependencies
  /** The request sent last and its key: the same request again is the same booking, never a second one. */
  #last = { request: '', key: '' }
  #sending: Promise<void> | undefined
  /** Opens the booking made. In memory only, and never in the state, which elements and hosts can read. */
  #manageToken = ''
  #cancelKey = ''

  constructor(parts: Dependencies) {
    this.#parts = parts
  }

  /** Books; a second call while the first is on its way is the first. Failures stand in the state. */
  book(): Promise<void> {
    this.#sending ??= this.#send().finally(() => {
      this.#sending = undefined
    })
    return this.#sending
  }

  async #send(): Promise<void> {
    const { store, codex } = this.#parts
    const { catalogue, contact, slot } = store.state
    const request = requestOf(store.state)
    if (request === undefined || catalogue.status !== 'ready' || slot === null) return
    const errors = contactErrors(contact, catalogue.value.site.contact)
    store.update({ contactErrors: errors, sending: { status: 'idle' } })
    if (Object.keys(errors).length > 0) return

    store.update({ sending: { status: 'loading' } })
    try {
      const { manageToken, changed, ...booking } = await codex.bookings.create(request, {
        idempotencyKey: this.#keyFor(JSON.stringify(request)),
      })
      this.#manageToken = manageToken
      this.#cancelKey = newIdempotencyKey()
      store.update({ sending: { status: 'idle' }, booked: { booking, shown: slot, isChanged: changed }, taken: null })
      this.#parts.onBooked(booking)
    } catch (error) {
      this.#refused(error)
    }
  }

  #keyFor(request: string): string {
    if (request !== this.#last.request) this.#last = { request, key: newIdempotencyKey() }
    return this.#last.key
  }

  #refused(error: unknown): void {
    const { store } = this.#parts
    const { slot } = store.state
    const alternatives = isProblem(error, 'slot-taken') ? error.alternatives : undefined
    const values = isProblem(error, 'validation-failed') ? error.errors : []
    const isStartRefused = values.some(({ path }) => path === 'start')
    if (slot !== null && (alternatives !== undefined || isStartRefused)) {
      const cause: TakenTime['cause'] = isStartRefused ? 'refused' : 'taken'
      const taken = { slot, alternatives: alternatives ?? [], cause }
      store.update({ sending: { status: 'idle' }, slot: null, preview: null, taken })
      this.#parts.onTaken()
      return
    }
    const errors = this.#errorsAtFields(values)
    if (Object.keys(errors).length > 0) {
      store.update({ sending: { status: 'idle' }, contactErrors: errors })
      return
    }
    const failure = describeFailure(error)
    store.update({ sending: { status: 'failed', failure } })
    this.#parts.onFailure(failure)
  }

  #errorsAtFields(values: readonly FieldError[]): ContactErrors {
    const { catalogue, contact } = this.#parts.store.state
    if (catalogue.status !== 'ready') return {}
    const fields = catalogue.value.site.contact
    return Object.fromEntries(
      values.flatMap(({ path, message }): [ContactField, string][] => {
        const field = fieldOfPath(path, contact, fields)
        return field === undefined ? [] : [[field, message]]
      }),
    )
  }

  /** Cancels the booking made. Whether that worked stands in the state. */
  async cancel(): Promise<void> {
    const { store, codex } = this.#parts
    const { booked, cancelling } = store.state
    if (booked === null || cancelling.status === 'loading') return
    store.update({ cancelling: { status: 'loading' } })
    try {
      const { state, cancelUntil } = await codex.bookings.cancel(booked.booking.id, {
        manageToken: this.#manageToken,
        idempotencyKey: this.#cancelKey,
      })
      const booking = { ...booked.booking, state, cancelUntil }
      store.update({ booked: { ...booked, booking }, cancelling: { status: 'idle' } })
    } catch (error) {
      const failure = describeFailure(error)
      store.update({ cancelling: { status: 'failed', failure } })
      this.#parts.onFailure(failure)
    }
  }

  /** Forgets the booking made and the token that opens it. */
  reset(): void {
    this.#last = { request: '', key: '' }
    this.#manageToken = ''
    this.#cancelKey = ''
  }
}
