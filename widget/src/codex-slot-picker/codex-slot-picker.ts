import type { Slot } from '@codex-booking/sdk/contract'
import { LitElement, nothing } from 'lit'
import { property } from 'lit/decorators.js'
import { defineElement } from '../define-element.js'
import { base, tokens } from '../tokens.styles.js'

/** Detail: the chosen time. */
export type SlotSelectEvent = CustomEvent<{ slot: Slot }>
/** Detail: the time under the pointer or the focus, null when it has left. */
export type SlotPreviewEvent = CustomEvent<{ slot: Slot | null }>
/** Detail: the day to go to, `2027-03-18`. */
export type NextDateEvent = CustomEvent<{ date: string }>

/**
 * The times of a day, by parts of the day.
 *
 * @slot next - what to do when the day has no time, in place of the button for `nextDate`
 * @fires {SlotSelectEvent} codex-slot-select - a time was chosen
 * @fires {SlotPreviewEvent} codex-slot-preview - pointer or focus is on a time, or has left it
 * @fires {NextDateEvent} codex-next-date - the visitor wants the next day that has a time
 */
export class CodexSlotPicker extends LitElement {
  static override styles = [tokens, base]

  /** The times of the day in order; undefined while they are loading. */
  @property({ attribute: false }) slots: readonly Slot[] | undefined

  /** The `start` of the chosen time, or ''. The element sets it when the visitor chooses. */
  @property() selected = ''

  /** IANA zone of the wall clock that times are told by. */
  @property({ attribute: 'time-zone' }) timeZone = 'UTC'

  /** BCP 47 language of times and dates; '' for the browser's. */
  @property() locale = ''

  /** Times that somebody else took a moment ago: shown in their place, struck through, not to be chosen. */
  @property({ attribute: false }) justTaken: readonly Slot[] = []

  /** The sentence that says why the day has no time. */
  @property({ attribute: 'empty-text' }) emptyText = 'There is no time on this day.'

  /** The next day that has a time, `2027-03-18`, or '' when there is none to offer. */
  @property({ attribute: 'next-date' }) nextDate = ''

  override render() {
    return nothing
  }
}

defineElement('codex-slot-picker', CodexSlotPicker)

declare global {
  interface HTMLElementTagNameMap {
    'codex-slot-picker': CodexSlotPicker
  }
  interface HTMLElementEventMap {
    'codex-slot-select': SlotSelectEvent
    'codex-slot-preview': SlotPreviewEvent
    'codex-next-date': NextDateEvent
  }
}
