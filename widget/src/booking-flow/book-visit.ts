import {
  type Booking,
  type FieldError,
  isProblem,
  type NewBooking,
  newIdempotencyKey,
  type Slot,
  shownFrom,
} from '@codex-booking/sdk'
import { askedVisit } from './asked-visit.js'
import type { CodexClient } from './codex-client.js'
import { type ContactErrors, type ContactField, contactErrors, fieldOfPath } from './contact.js'
import { describeFailure, type Failure } from './failure.js'
import type { FlowState } from './flow-state.js'
import type { FlowStore } from './flow-store.js'
import type { TimeHolder } from './hold-time.js'
import { Repeatable } from './repeatable.js'
import { isUncertain, timeGone } from './time-gone.js'

interface Dependencies {
  store: FlowStore
  codex: CodexClient
  holder: TimeHolder
  onBooked: (booking: Booking) => void
  /** The time is gone; it stands in `taken` of the state. */
  onTaken: () => void
  onFailure: (failure: Failure) => void
}

/** Who comes, and what the client says; undefined until the site is known. */
const clientOf = ({ contact, catalogue }: FlowState): Pick<NewBooking, 'client' | 'note'> | undefined => {
  if (catalogue.status !== 'ready') return undefined
  const fields = catalogue.value.site.contact
  const filled = (name: 'email' | 'phone') => {
    const value = contact[name].trim()
    return fields[name] === 'hidden' || value === '' ? {} : { [name]: value }
  }
  const note = contact.note.trim()
  return {
    client: { name: contact.name.trim(), ...filled('email'), ...filled('phone'), consents: [...contact.consents] },
    ...(fields.note !== 'hidden' && note !== '' && { note }),
  }
}

/** What is kept for the client, or the visit at the chosen time. */
const visitOf = (state: FlowState, slot: Slot, holdId: string | undefined) =>
  holdId === undefined ? { start: slot.start, ...askedVisit(state), shown: shownFrom(slot) } : { holdId }

/** Sends the booking and, later, its cancellation. */
export class VisitBooker {
  readonly #parts: Dependencies
  readonly #request = new Repeatable()
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
    const { store, holder } = this.#parts
    const { catalogue, contact } = store.state
    const client = clientOf(store.state)
    if (client === undefined || catalogue.status !== 'ready' || store.state.slot === null) return
    const errors = contactErrors(contact, catalogue.value.site.contact)
    store.update({ contactErrors: errors, sending: { status: 'idle' } })
    if (Object.keys(errors).length > 0) return

    store.update({ sending: { status: 'loading' } })
    const holdId = await holder.heldId()
    // It may have turned out only now that the time is gone.
    const { slot } = store.state
    if (slot === null) store.update({ sending: { status: 'idle' } })
    else await this.#create(client, slot, holdId)
  }

  async #create(client: Pick<NewBooking, 'client' | 'note'>, slot: Slot, holdId: string | undefined): Promise<void> {
    const { store, codex, holder } = this.#parts
    const request = { ...visitOf(store.state, slot, holdId), ...client }
    try {
      const { manageToken, changed, ...booking } = await codex.bookings.create(request, {
        idempotencyKey: this.#request.keyFor(request),
      })
      holder.forget()
      this.#manageToken = manageToken
      this.#cancelKey = newIdempotencyKey()
      store.update({ sending: { status: 'idle' }, booked: { booking, shown: slot, isChanged: changed }, taken: null })
      this.#parts.onBooked(booking)
    } catch (error) {
      // It ran out long ago, and the server has forgotten it.
      if (holdId !== undefined && isProblem(error, 'not-found')) await this.#create(client, slot, undefined)
      else this.#refused(error, slot)
    }
  }

  #refused(error: unknown, slot: Slot): void {
    const { store, holder } = this.#parts
    const taken = timeGone(error, slot)
    if (taken) {
      holder.forget()
      store.update({ sending: { status: 'idle' }, slot: null, preview: null, taken })
      this.#parts.onTaken()
      return
    }
    if (isUncertain(error)) holder.rest()
    const errors = this.#errorsAtFields(isProblem(error, 'validation-failed') ? error.errors : [])
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

  /** The token that opens the booking made, '' where none was. */
  get manageToken(): string {
    return this.#manageToken
  }

  /** Forgets the booking made and the token that opens it. */
  reset(): void {
    this.#request.forget()
    this.#manageToken = ''
    this.#cancelKey = ''
  }
}
