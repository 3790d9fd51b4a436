import type { DayState } from '@codex-booking/sdk/contract'
import { LitElement, nothing } from 'lit'
import { property } from 'lit/decorators.js'
import { defineElement } from '../define-element.js'
import { base, tokens } from '../tokens.styles.js'

/** Detail: the month now shown, `2027-03`. */
export type MonthChangeEvent = CustomEvent<{ month: string }>
/** Detail: the chosen day, `2027-03-16`; always one that can be booked. */
export type DateSelectEvent = CustomEvent<{ date: string }>

/**
 * A month of which the days that can be booked can be chosen.
 *
 * @fires {MonthChangeEvent} codex-month-change - another month is shown; its days are wanted
 * @fires {DateSelectEvent} codex-date-select - a day was chosen
 */
export class CodexCalendar extends LitElement {
  static override styles = [tokens, base]

  /** The month shown, `2027-03`. The element moves it itself when the visitor turns the page. */
  @property() month = ''

  /** What each day is. While it holds no day of the month shown, the month counts as loading. */
  @property({ attribute: false }) days: ReadonlyMap<string, DayState> | undefined

  /** The chosen day, `2027-03-16`, or nothing. The element sets it when the visitor chooses. */
  @property() selected = ''

  /** Today in the calendar of the site, `2027-03-09`; marked with a dot. */
  @property() today = ''

  /** The first month that can be shown, or '' for no limit. */
  @property({ attribute: 'min-month' }) minMonth = ''

  /** The last month that can be shown, or '' for no limit. */
  @property({ attribute: 'max-month' }) maxMonth = ''

  /** BCP 47 language of names and the first day of the week; '' for the browser's. */
  @property() locale = ''

  override render() {
    return nothing
  }
}

defineElement('codex-calendar', CodexCalendar)

declare global {
  interface HTMLElementTagNameMap {
    'codex-calendar': CodexCalendar
  }
  interface HTMLElementEventMap {
    'codex-month-change': MonthChangeEvent
    'codex-date-select': DateSelectEvent
  }
}
