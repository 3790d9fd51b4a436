import type { Booking, BookingDetails, Money } from '@codex-booking/sdk/contract'
import type { BookedVisit, BookedVisitDetails } from '../../booking/booked-visit.js'
import type { AnswerFormat } from '../formats.js'

/** A booking in the words of the contract. */
export const toBooking = (visit: BookedVisit, { instant }: AnswerFormat): Booking => ({
  id: visit.id,
  state: visit.state,
  start: instant(visit.start),
  end: instant(visit.end),
  partySize: visit.partySize,
  price: priceOf(visit, visit),
  items: visit.items.map((item) => ({
    serviceId: item.serviceId,
    serviceName: item.serviceName,
    resourceId: item.resourceId,
    resourceName: item.resourceName,
    neededIds: [...item.neededIds],
    neededNames: [...item.neededNames],
    start: instant(item.start),
    end: instant(item.end),
    steps: [...item.steps],
    price: priceOf(item, visit),
  })),
  cancelUntil: visit.cancelUntil === null ? null : instant(visit.cancelUntil),
  moveUntil: visit.moveUntil === null ? null : instant(visit.moveUntil),
})

export const toBookingDetails = (visit: BookedVisitDetails, format: AnswerFormat): BookingDetails => {
  const { items, offsets, ...question } = visit.question
  return {
    ...toBooking(visit, format),
    client: visit.client,
    note: visit.note,
    metadata: visit.metadata,
    actions: [...visit.actions],
    proposed: visit.proposed && format.slot(visit.proposed),
    question: { ...question, items: [...items], ...(offsets && { offsets: [...offsets] }), partySize: visit.partySize },
    createdAt: format.moment(visit.createdAt),
    cancelledAt: visit.cancelledAt === null ? null : format.moment(visit.cancelledAt),
  }
}

/** A booking keeps the currency in which it was made. */
const priceOf = ({ priceMinor }: { priceMinor: number }, { currency }: BookedVisit): Money => ({
  amountMinor: priceMinor,
  currency,
})
