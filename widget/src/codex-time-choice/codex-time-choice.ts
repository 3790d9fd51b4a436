import type { Slot } from '@codex-booking/sdk'
import { html, nothing } from 'lit'
import { FlowElement } from '../booking-flow/flow-element.js'
import type { Catalogue, Day, FlowState } from '../booking-flow/flow-state.js'
import { addDays, dateOf, monthOf } from '../booking-flow/local-date.js'
import type { DateSelectEvent, MonthChangeEvent } from '../codex-calendar/codex-calendar.js'
import '../codex-calendar/codex-calendar.js'
import '../codex-failure/codex-failure.js'
import type { NextDateEvent, SlotPreviewEvent, SlotSelectEvent } from '../codex-slot-picker/codex-slot-picker.js'
import '../codex-slot-picker/codex-slot-picker.js'
import { defineElement } from '../define-element.js'
import { formatDate } from '../format/date.js'
import { formatTime } from '../format/time.js'
import { pill } from '../pill.styles.js'
import { base, tokens } from '../tokens.styles.js'
import { noTimeWords } from '../words/no-time.js'
import { timesOf, waitWords } from '../words/phrases.js'
import { goneWords } from '../words/taken.js'
import { timeChoiceStyles } from './codex-time-choice.styles.js'
import { renderPartOfDay } from './part-of-day.js'

/**
 * The question for the time: a part of the day, a month, the times of a day, and, where a time has just gone, those left near it.
 *
 * @tag codex-time-choice
 * @csspart taken - what is said of a time that has gone
 * @csspart alternative - one of the times offered for it
 * @csspart part-of-day - the choice of a part of the day
 * @csspart all - the button that shows all times again, where only their part of the day hides them
 * @csspart calendar - the `<codex-calendar>`
 * @csspart times - the `<codex-slot-picker>`
 */
export class CodexTimeChoice extends FlowElement {
  static override styles = [tokens, base, pill, timeChoiceStyles]

  override render() {
    const { state } = this
    if (state?.catalogue.status !== 'ready') return nothing
    const catalogue = state.catalogue.value
    const { calendar, day, month } = state
    if (calendar.status === 'failed' && day.status === 'failed') {
      const retry = () => void this.answer('.day', Promise.all([this.flow?.showMonth(month), this.flow?.retryDay()]))
      return html`<codex-failure .message=${day.failure.message} @codex-retry=${retry}></codex-failure>`
    }
    return html`
      ${this.renderTaken(state, catalogue)}
      ${renderPartOfDay(state.timeOfDay, (timeOfDay) => void this.flow?.chooseTimeOfDay(timeOfDay))}
      <div class="when">
        <div class="month">${this.renderMonth(state, catalogue)}</div>
        <div class="day">
          ${state.date === '' ? nothing : html`<h3 tabindex="-1">${formatDate(state.date, 'long', this.locale)}</h3>`}
          ${this.renderDay(state, catalogue)}
        </div>
      </div>
    `
  }

  private renderTaken({ taken, managed }: FlowState, { site }: Catalogue) {
    if (taken === null) return nothing
    const { slot, alternatives } = taken
    const kept = managed ? 'your visit stays as it is until then' : 'what you typed is kept'
    const offer = alternatives.length === 0 ? 'Choose another time' : 'Take one of these, or choose another time'
    return html`<div class="taken" part="taken" role="group" aria-label="Your time is gone">
      <p><b>${goneWords(taken, site.timeZone, this.locale)}</b> ${offer}: ${kept}.</p>
      ${
        alternatives.length === 0
          ? nothing
          : html`<div class="alternatives">${alternatives.map((one) => this.renderAlternative(one, slot, site.timeZone))}</div>`
      }
    </div>`
  }

  private renderAlternative(slot: Slot, gone: Slot, timeZone: string) {
    const date = dateOf(slot.start)
    const isSameDay = date === dateOf(gone.start)
    return html`<button type="button" class="alternative figures" part="alternative"
      @click=${() => this.flow?.chooseAlternative(slot)}
      @pointerenter=${() => this.flow?.preview(slot)} @pointerleave=${() => this.flow?.preview(null)}
      @focus=${() => this.flow?.preview(slot)} @blur=${() => this.flow?.preview(null)}>
      ${
        isSameDay
          ? timesOf(slot, timeZone, this.locale)
          : html`${formatDate(date, 'short', this.locale)}, ${formatTime(slot.start, timeZone, this.locale)}`
      }${waitWords(slot, this.locale, ', ')}
    </button>`
  }

  private renderMonth({ month, calendar, date, timeOfDay }: FlowState, { site }: Catalogue) {
    if (calendar.status === 'failed') {
      return html`<codex-failure .message=${calendar.failure.message}
        @codex-retry=${() => void this.answer('.month', this.flow?.showMonth(month))}></codex-failure>`
    }
    const today = this.flow?.today() ?? ''
    return html`<codex-calendar part="calendar" .month=${month}
      .days=${calendar.status === 'ready' ? calendar.value : undefined} .selected=${date} .today=${today}
      .minMonth=${monthOf(today)} .maxMonth=${today === '' ? '' : monthOf(addDays(today, site.horizonDays))}
      .locale=${this.locale} .partOfDay=${timeOfDay === 'any' ? '' : timeOfDay}
      @codex-month-change=${({ detail }: MonthChangeEvent) => void this.flow?.showMonth(detail.month)}
      @codex-date-select=${({ detail }: DateSelectEvent) => void this.flow?.chooseDate(detail.date)}
    ></codex-calendar>`
  }

  private renderDay(state: FlowState, catalogue: Catalogue) {
    const { day, slot, taken, gone } = state
    if (day.status === 'failed') {
      return html`<codex-failure .message=${day.failure.message}
        @codex-retry=${() => void this.answer('.day', this.flow?.retryDay())}></codex-failure>`
    }
    const found: Day | undefined = day.status === 'ready' ? day.value : undefined
    const isGone = taken && dateOf(taken.slot.start) === state.date
    // What is free after all is shown as free.
    const justTaken = (isGone ? [taken.slot, ...gone] : gone).filter(
      (one, place, all) =>
        !found?.starts.some(({ start }) => start === one.start) &&
        all.findIndex(({ start }) => start === one.start) === place,
    )
    return html`<codex-slot-picker part="times" .slots=${found?.starts} .selected=${slot?.start ?? ''}
      .timeZone=${catalogue.site.timeZone} .locale=${this.locale} .justTaken=${justTaken}
      .emptyText=${found ? noTimeWords(found, state, catalogue, this.locale) : ''}
      .nextDate=${found?.nextDate ?? ''} .partOfDay=${state.timeOfDay === 'any' ? '' : state.timeOfDay}
      @codex-slot-select=${({ detail }: SlotSelectEvent) => this.flow?.chooseSlot(detail.slot)}
      @codex-slot-preview=${({ detail }: SlotPreviewEvent) => this.flow?.preview(detail.slot)}
      @codex-next-date=${({ detail }: NextDateEvent) => void this.answer('.day', this.flow?.chooseDate(detail.date))}
    ></codex-slot-picker>
    ${
      found?.hasOtherTimes
        ? html`<button type="button" class="link all" part="all"
            @click=${() => void this.answer('.day', this.flow?.chooseTimeOfDay('any'))}>Show all times of the day</button>`
        : nothing
    }`
  }

  /** The button that was pressed goes, and the focus with it, unless the client took it elsewhere: to what came. */
  private async answer(place: '.month' | '.day', answered: Promise<unknown> | undefined): Promise<void> {
    await answered
    await this.updateComplete
    const { activeElement, body } = document
    if (activeElement !== null && activeElement !== body) return
    const came = this.renderRoot.querySelector<HTMLElement>(`${place} :is(h3, codex-calendar, codex-failure)`)
    ;(came ?? this.renderRoot.querySelector<HTMLElement>('codex-failure'))?.focus()
  }
}

defineElement('codex-time-choice', CodexTimeChoice)

declare global {
  interface HTMLElementTagNameMap {
    'codex-time-choice': CodexTimeChoice
  }
}
