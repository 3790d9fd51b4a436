import type { Resource, Service, Slot } from '@codex-booking/sdk/contract'
import { html, LitElement, nothing } from 'lit'
import { property } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import { defineElement } from '../define-element.js'
import { formatDate } from '../format/date.js'
import { formatDuration } from '../format/duration.js'
import { dateOfInstant, formatTime } from '../format/time.js'
import { base, tokens } from '../tokens.styles.js'
import { blockWords } from './block-words.js'
import { chainPreviewStyles, MOST_LANES } from './codex-chain-preview.styles.js'
import { place } from './place.js'
import { emPerMinute, LEAST_ROW, type ServiceBlock, type TimeLine, timeLinesOf, type WaitBlock } from './time-line.js'
import { tintsOf } from './tints.js'

/** Below this height, in em, the name and the rest share a line. */
const TWO_LINES = 3.4

/**
 * The visit drawn to scale: who does what, when, what takes by itself meanwhile (hatched), and where the client waits.
 * A visit over several days is a drawing for each of them, with the day as a heading.
 *
 * A drawing is an ordered list, laid out on a grid: every row is as high as its minutes, and higher only where
 * text would not fit (the times at its edges say what it stands for). So nothing is ever cut off, however long a
 * name or large the text, and a screen reader hears the visit in order. Where services run side by side and there is
 * no room for that, the list is shown as it is, with its times.
 *
 * ```html
 * <codex-chain-preview time-zone="Europe/Berlin" locale="en-GB"></codex-chain-preview>
 * ```
 *
 * @tag codex-chain-preview
 * @csspart drawing - the whole
 * @csspart day - the heading of a day, where there are several
 * @csspart time - a time at the side
 * @csspart block - a service, in the tint of who does it; also `active`, or `processing` while it takes by itself
 * @csspart also - somebody else who is there, in their own tint
 * @csspart wait - a wait between services
 * @csspart legend - what the hatching means, where there is any
 * @cssproperty --codex-lane-1 - ground of the first person's blocks; up to `--codex-lane-8`
 * @cssproperty --codex-lane-1-ink - text on it; up to `--codex-lane-8-ink`
 * @cssproperty --codex-ink - text
 * @cssproperty --codex-muted - times and waits
 * @cssproperty --codex-line - hairlines
 * @cssproperty --codex-surface - the ground that other colours are mixed with
 * @cssproperty --codex-radius - corners
 * @cssproperty --codex-font - font family
 * @cssproperty --codex-font-size - size of body text
 */
export class CodexChainPreview extends LitElement {
  static override styles = [tokens, base, chainPreviewStyles]

  /**
   * The time whose visit is drawn; null draws nothing.
   * (Not called `slot`: every element has a `slot` of its own.)
   */
  @property({ attribute: false }) visit: Slot | null = null

  /** The services of the site, for their names. */
  @property({ attribute: false }) services: readonly Service[] = []

  /** The people and things of the site, for their names; a person keeps the tint of their place in this list. */
  @property({ attribute: false }) resources: readonly Resource[] = []

  /** IANA zone of the wall clock that times are told by. */
  @property({ attribute: 'time-zone' }) timeZone = 'UTC'

  /** BCP 47 language of times; '' for the browser's. */
  @property() locale = ''

  override render() {
    const visit = this.visit
    if (visit === null || visit.items.length === 0) return nothing
    const lines = timeLinesOf(visit.items)
    const tints = tintsOf(visit.items, this.resources)
    const em = emPerMinute(lines)
    const takes = lines.some(({ blocks }) => blocks.some(({ kind }) => kind === 'processing'))
    // A new drawing for another time, so that it fades in instead of jumping.
    return keyed(
      visit.start,
      html`<div class="drawing" part="drawing">
        ${lines.map((line) => this.renderDay(line, lines.length > 1, em, tints))}
        ${takes ? legend : nothing}
      </div>`,
    )
  }

  private renderDay(line: TimeLine, isOneOfSeveral: boolean, em: number, tints: ReadonlyMap<string, number>) {
    const { cuts, rows, columns, lanes, blocks } = line
    const [start = 0, end = 0] = [cuts[0], cuts.at(-1)]
    const rowOf = (minutes: number) => `minmax(${Math.max(minutes * em, LEAST_ROW).toFixed(3)}em, auto)`
    const grid = {
      'grid-template-rows': rows.map(rowOf).join(' '),
      'grid-template-columns': `max-content repeat(${columns}, minmax(0, 1fr))`,
    }
    const day = formatDate(dateOfInstant(start, this.timeZone), 'long', this.locale)
    const label = `${isOneOfSeveral ? day : 'Your visit'}, ${this.between(start, end)}`
    return html`${isOneOfSeveral ? html`<h4 part="day">${day}</h4>` : nothing}
      <div class="line" data-lanes=${Math.min(lanes, MOST_LANES)} ${place(grid)}>
        <div class="axis" aria-hidden="true">${this.renderAxis(line)}</div>
        <ol role="list" aria-label=${label}>
          ${blocks.map((block) =>
            block.kind === 'wait' ? this.renderWait(block) : this.renderService(block, tints, block.minutes * em),
          )}
        </ol>
      </div>`
  }

  private renderAxis({ cuts, rows }: TimeLine) {
    return cuts.map((cut, index) => {
      const isLast = index === rows.length
      const row = { 'grid-row': String(isLast ? index : index + 1) }
      const last = isLast ? 'last' : ''
      return html`<span class="time ${last}" part="time" ${place(row)}>${this.timeOf(cut)}</span>
        <span class="hairline ${last}" ${place(row)}></span>`
    })
  }

  private renderService(block: ServiceBlock, tints: ReadonlyMap<string, number>, height: number) {
    const { name, details, others } = blockWords(block, this.services, this.resources, this.locale)
    const kinds = `block ${block.kind} ${height < TWO_LINES ? 'brief' : ''}`
    return html`<li class=${kinds} part="block ${block.kind}" data-tint=${tints.get(block.item.resourceId) ?? 1}
      ${place(gridArea(block))}>
      <div class="doing">
        ${this.renderWhen(block)}
        ${name === '' ? nothing : html`<b>${name}</b>`}
        <span class="details">${details}</span>
      </div>
      ${others.map(
        ({ id, words }) => html`<div class="also" part="also" data-tint=${tints.get(id) ?? 1}>${words}</div>`,
      )}
    </li>`
  }

  private renderWait(block: WaitBlock) {
    return html`<li class="wait" part="wait" ${place(gridArea(block))}>
      ${this.renderWhen(block)}
      ${formatDuration(block.minutes, this.locale)} wait
    </li>`
  }

  // Heard, and seen where there is no room for the drawing.
  private renderWhen({ start, end }: { start: number; end: number }) {
    return html`<span class="when visually-hidden">${this.between(start, end)}<span class="colon">: </span></span>`
  }

  private timeOf(instant: number): string {
    return formatTime(instant, this.timeZone, this.locale)
  }

  private between(start: number, end: number): string {
    return `${this.timeOf(start)} to ${this.timeOf(end)}`
  }
}

/** What the hatching means. Seen, not read: the block itself says in words that it takes. */
const legend = html`<p class="legend" part="legend" aria-hidden="true"><span class="sample"></span> takes time by itself</p>`

function gridArea(block: ServiceBlock | WaitBlock): Record<string, string> {
  return {
    'grid-row': `${block.rowStart} / ${block.rowEnd}`,
    'grid-column': `${block.columnStart} / ${block.columnEnd}`,
  }
}

defineElement('codex-chain-preview', CodexChainPreview)

declare global {
  interface HTMLElementTagNameMap {
    'codex-chain-preview': CodexChainPreview
  }
}
