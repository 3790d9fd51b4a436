import { consume } from '@lit/context'
import { LitElement } from 'lit'
import { property } from 'lit/decorators.js'
import type { BookingFlow } from './booking-flow.js'
import { flowContext, flowStateContext, localeContext } from './flow-context.js'
import type { FlowState } from './flow-state.js'

/**
 * An element that shows a part of a booking flow: it renders the state and calls actions. Inside `<codex-booking>` it
 * gets both by itself; anywhere else set `flow`, `state` (anew at every change) and `locale`.
 */
export abstract class FlowElement extends LitElement {
  /** The actions. */
  @consume({ context: flowContext, subscribe: true })
  @property({ attribute: false })
  flow: BookingFlow | undefined

  /** What is shown. */
  @consume({ context: flowStateContext, subscribe: true })
  @property({ attribute: false })
  state: FlowState | undefined

  /** BCP 47 language and region of dates, times and prices. */
  @consume({ context: localeContext, subscribe: true })
  @property()
  locale = 'en'
}
