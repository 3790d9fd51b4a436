import { createContext } from '@lit/context'
import type { BookingFlow } from './booking-flow.js'
import type { FlowState } from './flow-state.js'

/** The actions: `<codex-booking>` provides its flow to the elements inside it. */
export const flowContext = createContext<BookingFlow | undefined>('codex-booking-flow')

/** What the elements render: replaced at every change. */
export const flowStateContext = createContext<FlowState | undefined>('codex-booking-flow-state')

/** BCP 47 language and region in which texts, dates and prices are written. */
export const localeContext = createContext<string>('codex-booking-locale')
