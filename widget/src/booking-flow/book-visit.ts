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
import type { ClientSaid, FlowState } from './flow-state.js'
import type { FlowStore } from './flow-store.js'
import type { TimeHolder } from './hold-time.js'
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
const clientOf = ({ contact, catalogue }: FlowState): ClientSaid | undefined => {
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

/** A booking as it was sent. */
interface Sent {
  body: NewBooking
  key: string
  slot: Slot
  said: ClientSaid
}

const asSent = (state: FlowState, slot: Slot, said: ClientSaid, holdId?: string): Sent => ({
  body: { ...visitOf(state, slot, holdId), ...said },
  key: newIdempotencyKey(),
  slot,
  said,
})

/** Sends the booking and, later, its cancellation. */
export class VisitBooker {
  readonly #parts: Dependencies
  /** It may be booked, though no answer said so. It is sent again before anything else, which could be a second visit. */
  #unsure: Sent | undefined
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
    const said = clientOf(store.state)
    if (said === undefined || catalogue.status !== 'ready' || store.state.slot === null) return
    const errors = contactErrors(contact, catalogue.value.site.contact)
    store.update({ contactErrors: errors, sending: { status: 'idle' } })
    if (Object.keys(errors).length > 0) return

    store.update({ sending: { status: 'loading' } })
    if (this.#unsure && (await this.#create(this.#unsure, said))) return
    const holdId = await holder.heldId()
    // It may have turned out only now that the time is gone.
    const { slot } = store.state
    if (slot === null) store.update({ sending: { status: 'idle' } })
    else await this.#create(asSent(store.state, slot, said, holdId), said)
  }

  /** @returns false where nothing is booked for certain, and what the client wants by now can be sent */
  async #create(sent: Sent, said: ClientSaid): Promise<boolean> {
    const { store, codex, holder } = this.#parts
    const { body, key, slot } = sent
    const isAgain = sent === this.#unsure
    try {
      const { manageToken, changed, ...booking } = await codex.bookings.create(body, { idempotencyKey: key })
      // The client has chosen another time since. Where this one cannot be given back any more, it is shown instead.
      const isOther = slot !== store.state.slot
      if (isOther && booking.cancelUntil !== null) {
        await codex.bookings.cancel(booking.id, { manageToken, idempotencyKey: key })
        this.#unsure = undefined
        return false
      }
      this.#unsure = undefined
      const sentFirst = isOther || JSON.stringify(sent.said) !== JSON.stringify(said) ? sent.said : undefined
      holder.forget()
      this.#manageToken = manageToken
      this.#cancelKey = newIdempotencyKey()
      const booked = { booking, shown: slot, isChanged: changed, sentFirst }
      store.update({ sending: { status: 'idle' }, booked, taken: null })
      this.#parts.onBooked(booking)
    } catch (error) {
      this.#unsure = isUncertain(error) ? sent : undefined
      if (isAgain && !this.#unsure) return false
      // It ran out long ago, and the server has forgotten it.
      if (body.holdId && isProblem(error, 'not-found')) return this.#create(asSent(store.state, slot, said), said)
      this.#refused(error, slot)
    }
    return true
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
    this.#unsure = undefined
    this.#manageToken = ''
    this.#cancelKey = ''
  }
}
