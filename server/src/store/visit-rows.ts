import type { StepRow } from './site-snapshot.js'
import type { TouchedBlock } from './touched-blocks.js'

/** Where a booking stands. */
export type BookingState = 'pending' | 'confirmed' | 'reschedule_proposed' | 'completed' | 'no_show' | 'cancelled'

/** A visit as it was asked for, by ids: to find another time for it. */
export interface QuestionRow {
  readonly items: readonly { readonly serviceId: string; readonly resourceId?: string | undefined }[]
  readonly resourceId?: string | undefined
  readonly arrangement: 'stages' | 'sequence' | 'overlap'
  readonly order?: 'any' | 'asked' | undefined
  readonly offsets?: readonly number[] | undefined
}

/** Another time that the house proposes: how it was asked for, and the visit as the client is to see it. */
export interface ProposalRow {
  readonly question: QuestionRow
  readonly visit: {
    readonly start: number
    readonly end: number
    readonly priceMinor: number
    readonly items: readonly {
      readonly serviceId: string
      readonly resourceId: string
      readonly neededIds: readonly string[]
      readonly start: number
      readonly end: number
      readonly steps: readonly StepRow[]
      readonly priceMinor: number
    }[]
  }
}

/** What bookings and holds have in common. Instants are minutes since the epoch, but for those of the record itself. */
interface StoredVisit {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly partySize: number
  readonly priceMinor: number
  readonly currency: string
  readonly question: QuestionRow
  /** Raised by every change. */
  readonly revision: number
  readonly createdAt: Date
  /** In the order asked for. */
  readonly appointments: readonly AppointmentRow[]
  /** What it takes: nothing once it is over, and of a hold that has run out what nobody else has wanted. */
  readonly blocks: readonly TouchedBlock[]
}

/** A booking as it is stored. */
export interface BookingRow extends StoredVisit {
  readonly state: BookingState
  readonly note: string | null
  readonly metadata: Readonly<Record<string, string | number | boolean | null>>
  readonly tokenGeneration: number
  readonly cancelledAt: Date | null
  /** Only while another time is proposed. */
  readonly proposal: ProposalRow | null
  readonly client: { readonly name: string; readonly email: string | null; readonly phone: string | null }
}

/** A hold as it is stored: alive or run out. */
export interface HoldRow extends StoredVisit {
  readonly state: 'held'
  readonly holdExpiresAt: Date
}

/** One service of a booking, named as it was when booked. */
export interface AppointmentRow {
  readonly serviceId: string
  readonly serviceName: string
  readonly resourceId: string
  readonly resourceName: string
  readonly start: number
  readonly end: number
  readonly steps: readonly StepRow[]
  readonly priceMinor: number
  /** What else it takes, in the order of the service's needs. */
  readonly needs: readonly { readonly resourceId: string; readonly resourceName: string; readonly isShown: boolean }[]
}
