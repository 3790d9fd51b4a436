import { html } from 'lit'

/** How many times two parts of a usual day have: about as much room as what will come. */
const usual = [7, 5]

/** What stands in the place of times that are loading. */
export const slotSkeleton = html`<div aria-busy="true">
  ${usual.map(
    (count) => html`<section>
      <div class="skeleton title"></div>
      <div class="times">${Array.from({ length: count }, () => html`<div class="skeleton time"></div>`)}</div>
    </section>`,
  )}
</div>`
