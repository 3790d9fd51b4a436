import { svg, type TemplateResult } from 'lit'

/** Line drawings of 20 by 20; always beside words or inside a button that has a name. */
const icon = (drawing: TemplateResult) => svg`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" fill="none"
  stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"
  >${drawing}</svg>`

export const checkIcon = icon(svg`<path d="M4.5 10.5l3.8 3.8 7.2-8" stroke-width="2.2" />`)
export const plusIcon = icon(svg`<path d="M10 4.5v11M4.5 10h11" stroke-width="1.8" />`)
export const minusIcon = icon(svg`<path d="M4.5 10h11" stroke-width="1.8" />`)
export const clockIcon = icon(svg`<circle cx="10" cy="10" r="7.5" /><path d="M10 5.8V10l2.8 1.8" />`)
export const removeIcon = icon(svg`<path d="M5.5 5.5l9 9M14.5 5.5l-9 9" />`)
export const earlierIcon = icon(svg`<path d="M10 15.5v-11M5.5 9L10 4.5 14.5 9" />`)
export const chevronIcon = icon(svg`<path d="M6 8l4 4 4-4" />`)
export const warningIcon = icon(
  svg`<circle cx="10" cy="10" r="7.5" /><path d="M10 6v4.8M10 13.7v.1" stroke-width="2" />`,
)
export const calendarIcon = icon(
  svg`<rect x="3" y="4" width="14" height="13" rx="2.5" /><path d="M3 8h14M7 2.5v3M13 2.5v3" />`,
)
export const peopleIcon = icon(svg`<circle cx="7.5" cy="7" r="2.7" /><path
  d="M2.5 16c.5-2.8 2.500-4.200 5-4.200s4.500 1.400 5 4.200M13 4.600a2.600 2.600 0 0 1 0 4.900M14.500 12c1.700.5 2.700 1.900 3 4" />`)
export const linkIcon = icon(
  svg`<path d="M8.3 11.700a3.300 3.300 0 0 0 4.700 0l2.700-2.700a3.300 3.300 0 0 0-4.700-4.700l-1 1M11.700 8.300a3.300 3.300 0 0 0-4.700 0l-2.700 2.700a3.300 3.300 0 0 0 4.700 4.700l1-1" />`,
)
export const pinIcon = icon(
  svg`<path d="M10 17.5s5.5-5 5.500-9.300a5.500 5.500 0 0 0-11 0c0 4.300 5.500 9.300 5.500 9.300z" /><circle cx="10" cy="8.200" r="1.900" />`,
)
