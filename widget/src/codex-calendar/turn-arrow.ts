import { html } from 'lit'

/** The arrow to the month before (-1) or after (1). */
export const turnArrow = (months: 1 | -1) =>
  html`<svg
    class="arrow"
    aria-hidden="true"
    width="18"
    height="18"
    viewBox="0 0 18 18"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
  >
    <path d=${months < 0 ? 'M11 4 6 9l5 5' : 'm7 4 5 5-5 5'} />
  </svg>`
