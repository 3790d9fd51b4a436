import type { Slot } from '@codex-booking/sdk/contract'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { defineElement } from '../define-element.js'
import { formatDate } from '../format/date.js'
import { formatTime } from '../format/time.js'
import { base, tokens } from '../tokens.styles.js'
import { slotPickerStyles } from './codex-slot-picker.styles.js'
import { type DayPart, dayParts, firstOfHalfHours, hasVeryMany, type PartName } from './day-parts.js'
import { KeptFocus } from './kept-focus.js'
import { isOneDay } from './one-day.js'
import { arrivalSentence, emptySentence, partHeading, takenSentence } from './part-words.js'
import { type ShownStart, shownStarts } from './shown-starts.js'
import { slotFacts } from './slot-facts.js'
import { slotSkeleton } from './slot-skeleton.js'
import { tabStopOf } from './tab-stop.js'
import { focusByKey } from './time-by-key.js'

/** Detail: the chosen time. */
export type SlotSelectEvent = CustomEvent<{ slot: Slot }>
/** Detail: the time under the pointer or the focus, null when it has left. */
export type SlotPreviewEvent = CustomEvent<{ slot: Slot | null }>
/** Detail: the day to go to, `2027-03-18`. */
export type NextDateEvent = CustomEvent<{ date: string }>

/**
 * The times of a day, by parts of the day: morning before 12, afternoon from 12, evening from 17.
 *
 * Each part is a radio group, since exactly one time can be chosen: a screen reader then says the part of the
 * day, how many times it has, which of them this is and whether it is chosen, on a telephone too; toggle buttons
 * (`aria-pressed`) would say none of that, and a hundred of them would be a hundred tab stops. Tab leads from part
 * to part and arrows from time to time, also across parts. Other than in a form, an arrow only previews: a time
 * is chosen with Enter or Space, because choosing may have consequences.
 *
 * ```html
 * <codex-slot-picker time-zone="Europe/Berlin" locale="en-GB" next-date="2027-03-18"></codex-slot-picker>
 * ```
 *
 * @tag codex-slot-picker
 * @slot next - what to do when the day has no time, in place of the button for `nextDate`
 * @fires {SlotSelectEvent} codex-slot-select - a time was chosen
 * @fires {SlotPreviewEvent} codex-slot-preview - pointer or focus is on a time, or has left it
 * @fires {NextDateEvent} codex-next-date - the visitor wants the next day that has a time
 * @csspart part - a part of the day
 * @csspart heading - its name
 * @csspart times - the grid of its times
 * @csspart time - a time; also `selected` or `taken` where it is
 * @csspart more - the button that shows every time of a part that has very many
 * @csspart empty - the sentence where there is nothing
 * @csspart next - the button to the next day that has a time
 * @cssproperty --codex-accent - the chosen time, the focus ring
 * @cssproperty --codex-tint - the ground of the chosen time
 * @cssproperty --codex-ink - text
 * @cssproperty --codex-muted - ends of visits, headings
 * @cssproperty --codex-line - hairlines
 * @cssproperty --codex-surface - the ground that other colours are mixed with
 * @cssproperty --codex-radius - corners
 * @cssproperty --codex-font - font family
 * @cssproperty --codex-font-size - size of body text
 */
export class CodexSlotPicker extends LitElement {
  static override styles = [tokens, base, slotPickerStyles]

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

  /** The part of the day that `slots` was asked for: nothing is said of the others. '' for the whole day. */
  @property({ attribute: 'part-of-day' }) partOfDay: PartName | '' = ''

  /** The parts of the day, by heading, of which every time is shown. */
  @state() private opened: ReadonlySet<string> = new Set()

  /** The start that had the focus last. */
  @state() private focused = ''
  @state() private announcement = ''
  private readonly keptFocus = new KeptFocus(this)

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isOtherReason = changed.has('emptyText') && this.slots?.length === 0
    const isOtherDay = changed.has('slots') && !isOneDay(changed.get('slots'), this.slots)
    if (isOtherDay || isOtherReason) this.announcement = arrivalSentence(this.slots?.length, this.emptyText)
    const { start } = this.keptFocus
    const goal = this.keptFocus.goalOf(shownStarts(this.slots ?? [], this.justTaken))
    // Known only after the update, it would have to be rendered once more.
    this.focused = goal || this.focused
    const gone = start && this.slots && goal !== start ? [start] : []
    if (changed.has('justTaken')) {
      const known = changed.get('justTaken')?.map((slot) => slot.start)
      gone.push(...this.justTaken.map((slot) => slot.start).filter((one) => !known?.includes(one)))
    }
    // A time that vanishes is worth more than the number of those that are left.
    if (gone.length > 0) this.announcement = takenSentence(gone.map(this.timeOf))
  }

  override render() {
    return html`<p class="visually-hidden" role="status">${this.announcement}</p>
      ${this.slots === undefined ? slotSkeleton : this.renderDay(this.slots)}`
  }

  private renderDay(slots: readonly Slot[]) {
    const isEmpty = slots.length === 0
    // Where nothing is left, the reason says it for all parts of the day.
    const isWhole = !isEmpty && this.partOfDay === ''
    const parts = dayParts(slots, this.justTaken, this.timeZone).filter(({ starts }) => isWhole || starts.length > 0)
    return html`<div @keydown=${this.onKeydown} @pointerleave=${() => this.preview(null)} @focusout=${this.onFocusout}>
        ${parts.map((part, place) =>
          part.starts.length === 0
            ? this.renderNothing(part, emptySentence(parts, place, this.timeOf))
            : this.renderPart(part, hasVeryMany(parts)),
        )}
      </div>
      ${isEmpty ? this.renderEmpty() : nothing}`
  }

  private renderNothing(part: DayPart, sentence: string) {
    return html`<section part="part">
      <h4 part="heading">${partHeading(part)}</h4>
      <p class="empty" part="empty">${sentence}</p>
    </section>`
  }

  private renderPart(part: DayPart, isOfMany: boolean) {
    const id = part.names.join('-')
    const few = firstOfHalfHours(part.starts, this.timeZone, [this.selected, this.focused])
    const isOpen = !isOfMany || this.opened.has(id) || few.length === part.starts.length
    const shown = isOpen ? part.starts : few
    const tabStop = tabStopOf(shown, [this.focused, this.selected])
    return html`<section part="part">
      <h4 id=${id} part="heading">${partHeading(part)}</h4>
      <div class="times" part="times" role="radiogroup" aria-labelledby=${id}>
        ${repeat(
          shown,
          ({ slot }) => slot.start,
          (start) => this.renderTime(start, tabStop),
        )}
      </div>
      ${
        isOpen
          ? nothing
          : html`<button type="button" class="link" part="more" @click=${() => this.open(id)}>
              Show all ${part.starts.length} times
            </button>`
      }
    </section>`
  }

  private renderTime({ slot, isJustTaken }: ShownStart, tabStop: string) {
    const isSelected = slot.start === this.selected && !isJustTaken
    const kind = isJustTaken ? 'taken' : isSelected ? 'selected' : ''
    return html`<button
      type="button"
      role="radio"
      class="time ${kind}"
      part="time ${kind}"
      data-start=${slot.start}
      aria-checked=${isSelected}
      aria-disabled=${isJustTaken}
      tabindex=${slot.start === tabStop ? 0 : -1}
      @click=${() => this.select(slot, isJustTaken)}
      @focus=${() => this.onFocus(slot, isJustTaken)}
      @pointerenter=${(event: PointerEvent) => {
        // A finger has no hover: what it touches is chosen at once.
        if (event.pointerType !== 'touch') this.preview(isJustTaken ? null : slot)
      }}
    >
      <span class="start">${this.timeOf(slot.start)}</span>
      ${isJustTaken ? html`<span class="end">just taken</span>` : slotFacts(slot, this)}
    </button>`
  }

  private renderEmpty() {
    return html`<p class="empty" part="empty" tabindex="-1">${this.emptyText}</p>
      <slot name="next">
        ${
          this.nextDate === ''
            ? nothing
            : html`<button type="button" class="button next" part="next" @click=${() => this.tell('codex-next-date', { date: this.nextDate })}>
                <span>Next ${this.partOfDay || 'day with a time'}: <span class="date">${formatDate(this.nextDate, 'short', this.locale)}</span></span>
              </button>`
        }
      </slot>`
  }

  private timeOf = (start: string): string => formatTime(start, this.timeZone, this.locale)

  private async open(id: string): Promise<void> {
    const firstHidden = this.renderRoot.querySelector<HTMLElement>(`[aria-labelledby="${id}"] [tabindex="0"]`)
    this.opened = new Set([...this.opened, id])
    // The button that had the focus is gone with this update.
    await this.updateComplete
    firstHidden?.focus()
  }

  private select(slot: Slot, isJustTaken: boolean): void {
    if (isJustTaken) return
    this.selected = slot.start
    this.tell('codex-slot-select', { slot })
  }

  private preview = (slot: Slot | null): void => this.tell('codex-slot-preview', { slot })

  private tell(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }))
  }

  private onFocus(slot: Slot, isJustTaken: boolean): void {
    this.focused = slot.start
    this.preview(isJustTaken ? null : slot)
  }

  private onFocusout({ relatedTarget }: FocusEvent): void {
    if (!(relatedTarget as Element | null)?.matches('.time')) this.preview(null)
  }

  private onKeydown(event: KeyboardEvent): void {
    focusByKey(event, this.renderRoot, this.matches(':dir(rtl)'))
  }
}

defineElement('codex-slot-picker', CodexSlotPicker)

declare global {
  interface HTMLElementTagNameMap {
    'codex-slot-picker': CodexSlotPicker
  }
  interface GlobalEventHandlersEventMap {
    'codex-slot-select': SlotSelectEvent
    'codex-slot-preview': SlotPreviewEvent
    'codex-next-date': NextDateEvent
  }
}
